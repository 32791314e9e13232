// Words that lists are made of besides names.

package attendance

import (
	"strings"
	"sync"

	"probity/guidance/text"
)

// set is a set of words, given in one string.
func set(list string) words {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, w := range strings.Fields(list) {
			out[strings.ReplaceAll(w, "_", " ")] = true
		}
		return out
	})
}

// words are made when a list of names is first read: most runs of the program read none.
type words func() map[string]bool

func (w words) has(word string) bool { return w()[word] }

var (
	// no part of anybody's name, wherever they stand
	noNames = set(`attendance attendances attendee attendees participant participants register registers sheet signature signatures
		sign-in sign signed meeting meetings session induction teaching training course workshop seminar webinar conference lecture
		tutorial department departments dept hospital hospitals trust nhs hse university college faculty clinic clinical centre center unit
		team teams committee time times venue location total totals minutes minute duration apologies apology absent present facilitator
		facilitators trainer trainers organiser organisers organizer organizers agenda summary activities activity details topic name
		names surname surnames forename forenames firstname lastname fullname username email e-mail emails mail phone mobile telephone number
		specialty speciality role consent consents comment comments feedback trainee trainees student students doctors nurses registrars
		consultants social media welcome please thank thanks thankyou join joined joins leave left leaves recording recorded timestamp
		gmc imc mcrn nmc registration registered cancelled cancellation invited declined id ids report generated export exported yes maybe
		grade grades ward_round handover rota cohort breakout lobby admitted panelist panelists panellist panellists co-host cohost
		renal surgery medicine medical surgical paediatrics pediatrics paediatric cardiology radiology psychiatry anaesthetics anaesthesia
		anesthesia oncology haematology neurology orthopaedics orthopaedic obstetrics gynaecology dermatology respiratory gastroenterology
		geriatrics pathology pharmacy urology ophthalmology rheumatology endocrinology microbiology emergency acute outpatients theatre
		theatres consultant registrar trainers manager supervisor version confidential lunch break coffee q&a unmuted muted
		raised transcript postgrad postgraduate undergraduate hub education health healthcare services service council association society institute academy foundation group practice ltd plc
		officer officers associate associates physicians posting postings discussion discussions steps actions staff rotation came rotas
		objectives outcomes aims aob subtotal sum portering nursing midwifery midwives physiotherapists pharmacists`)
	// of these and the next, what is somebody's forename or surname too
	namesToo = set(`trust welcome grade grades coffee break service services health medicine lunch join left leave leaves media social role
		college practice foundation student students major present media clinic surgery yes theatre group consent acute council minute minutes
		name names time times team location summary phone report mobile tutorial course sign register education venue topic thanks please absent
		clinical center unit rota care officer posting staff steps version emergency academy society association institute hospital university
		faculty session conference training teaching lecture trainer manager comment export
		sunday monday tuesday wednesday thursday friday saturday page place host hall ward guest day week month year speaker bell call board
		royal office library lab school best kind warm regards many hello hi dear roll level good great next safe stroke house grand junior
		senior core here end first last note row room king other status new start holy key main higher`)
	// no part of a name where a line begins with them
	noBeginnings = set(`the date list page place host hosts hall room ward title guest guests grade group session sessions speaker speakers
		day week month year monday tuesday wednesday thursday friday saturday sunday user caller call board all everyone nobody none start
		end first last other others status new notes note number no. row sheet1 table school royal office library lab learning roll level who what when where
		why how good great next not safe intensive critical stroke locum house grand junior senior foundation core higher specialist clinical
		poll results google microsoft liste lista lijst elenco liosta clár rang registro registre presenze presentielijst attended here these those our your key main further follow-up dear hi hello kind best warm yours regards sincerely many cheers`)
	// what a machine calls itself, or a meeting program calls somebody it does not know
	machines = set(`iphone ipad android galaxy samsung pixel huawei macbook imac laptop desktop pc computer tablet phone's redmi xiaomi oneplus oppo motorola moto chromebook thinkpad logitech cisco polycom surface copilot bluejeans zoom webex skype
		unknown anonymous user guest-user caller call-in dial-in webcam camera projector podium device connector otter.ai otter notetaker
		notetaker's recorder bot fireflies.ai read.ai ai iphone's admin administrator reception test room suite office
		desk station tv display screen boardroom lounge`)
	particles = set(`de da di do dos das del della dello der den des du van von vom zu zum zur ter ten te 't la le las los lo el al ul ur bin
		bint ibn abu ap ab ferch y e i af av nic ní ni ó o mac mc ua uí mhic ó'n an na san st ben ould bte a/l a/p`)
	irish  = set(`ní ni nic ó uí ua mhic`)
	titles = set(`dr mr mrs ms miss mx prof professor sir dame sister fr rev nurse doctor lord lady dra`)
	// letters after a name
	letters = set(`mbbs mb bch mbbch mbchb bm bs bmbs bds bao md do phd dphil msc mph mba bsc ba ma llb llm mrcp mrcs mrcog mrcgp mrcpsych mrcpch
		mrcem frca frcp frcs frcog frcgp frcr frcpath frcem frcpsych fficm ffarcsi fcai mcai mcem dch dip dtm&h rn rgn rm rnid pa-r pa(r) mpharm
		obe mbe cbe jr jr. sr sr. ii iii iv hons (hons) facs facc mfph ffph mrcp(uk) mrcpi frcpi frcsi mrcsi micgp ficgp mica`)
	// ways of being there, and of being called, that meeting programs put behind a name
	remarks = set(`guest host co-host cohost me you unverified external ext internal organizer organiser presenter attendee participant
		panelist panellist interpreter original_name muted host,_me co-host,_me guest,_me external_guest not_verified unauthenticated
		alternative_host student_guest invited in_lobby speaker admin member owner`)

	pronounWord = `(?:she|her|hers|he|him|his|they|them|theirs|ze|zir|hir|xe|xem|it|its|any|all|ella|elle|il|sé|sí|siad)`
	pronouns    = text.Expression(`(?i)^` + pronounWord + `(?:\s*[/,|]\s*` + pronounWord + `)+(?:\s+pronouns)?$|(?i)^(?:she|her|he|him|they|them|any pronouns)$`)
	lastly      = text.Expression(`(?i)[\s,|–—-]+(` + pronounWord + `(?:/` + pronounWord + `)+)$`)

	gradeWord = text.Expression(`(?i)^(?:(?:fiy|fy|f|ct|st|imt|cst|gpst|gpvts|hst|bst|accs|mt|year|yr|y|pgy|band|b|lat|las)[- ]?\d{1,2}\+?|sho|spr|str|intern|gp|` +
		`gpst|pa|aa|locum|nchd|fellow|consultant|registrar|student|doctor|nurse|midwife|cons|reg|ed|a&e|itu|icu|ent|o&g|gastro|physio)$`)
)

// Titles of columns and headings of parts, in small letters and without signs.
var (
	surnames = set(`surname surnames lastname last_name last family_name familyname family lname sloinne
		nom nachname familienname apellidos apellido achternaam cognome nazwisko efternamn etternavn sobrenome apelido фамилия прізвище příjmení soyadı`)
	forenames = set(`forename forenames firstname first_name first given_name given_names givenname given fname christian_name
		prénom prenom prénoms vorname vornamen nombre voornaam voornamen imię förnamn fornavn имя jméno adı`)
	middles = set(`middle middle_name middle_names middle_initial mi tussenvoegsel`)
	// what is called a name, and can't be one
	names  = set(`names fullname username ainm displayname 姓名 氏名 名前 이름 성명 الاسم שם фио név`)
	people = set(`participant participants attendee attendees delegate delegates student students trainee trainees learner learners
		doctor doctors who person people present in_attendance in_the_meeting in_this_meeting in_meeting attending attended_by forename_surname list_of_attendees
		list_of_participants attendance attendance_list ainm ainmneacha members staff those_present participant_list attendee_list
		register_of_attendance sign-in_sheet sign_in_sheet displayname fullname username identity_displayname name names
		姓名 氏名 名前 이름 성명 الاسم الاسم_الكامل שם שם_מלא фио név nimi nom_complet nom_et_prénom nom_prénom nombre_completo nombre_y_apellidos naam volledige_naam vor-_und_nachname ainm_iomlán nome`)
	// titles of the forename where there is a surname, and of the whole name where there is none
	either = set(`ainm nome nombre nom`)
	others = set(`email e-mail mail e-mail_address email_address user_email attendee_email upn participant_id participant_id_upn timestamp time
		date duration join_time leave_time start_time end_time first_join last_leave in-meeting_duration in_meeting_duration
		time_joined time_exited join leave joined left guest role grade ward specialty speciality department gmc imc gmc_number imc_number gmc_no
		number no nr id signature sign signed phone mobile telephone comments comment consent recording_consent recording_disclaimer_response
		in_waiting_room attended status action user_action registration_time approval_status duration_minutes total_duration_minutes
		time_in_session_minutes is_guest organisation organization hospital trust country country/region_name region topic meeting_id
		meeting_topic meeting_title host start end completion_time score year band level job_title profession registration registration_number
		time_in time_out arrival attendance_duration connection_type job post title row company platform device ip_address location
		last_modified_time start_date end_date points total_points language response rsvp checked_in # room bleep dob date_of_birth what_ward
		what_grade`)
	// a name of something else
	notOfPeople = set(`meeting session course event company organisation organization hospital trust ward department team country region room
		file manager supervisor consultant facilitator host trainer speaker tutor topic site specialty school university practice account device
		group breakout product street city nickname nick kin emergency contact mother's father's maiden pet line mentor chair
		organiser organizer referee sponsor employer line-manager workshop module programme deanery rotation college signature
		e-mail email gmc imc preferred known`)
	addressed = set(`to cc`)
	absences  = set(`apologies apologies_received apologies_for_absence absent absentees absence did_not_attend dna declined not_attended not_attending
		no_show no_shows unable_to_attend not_present registered_but_did_not_attend waiting_list cancelled cancellations non-attendees
		non_attendees waiting_room in_waiting_room in_the_waiting_room lobby in_the_lobby others_invited did_not_come sent_apologies could_not_attend no-shows`)
	leaders = set(`facilitator facilitators speaker speakers trainer trainers tutor tutors chair chaired_by host hosts organiser organisers
		organizer organizers presenter presenters led_by teacher teachers faculty session_lead lead by panelists panellists host_details
		panelist_details facilitated_by supervisor supervisors minutes minute_taker note_taker contact signed signed_by prepared_by
		generated_by exported_by`)
	facts = set(`date time venue place location topic title session meeting meeting_title total number subject start end duration department
		ward hospital from to email phone link url note notes page`)
	absentValues = set(`no n absent declined dna did_not_attend apologies cancelled denied not_attended false 0 no_show not_attending ✗ ✘ ☐ registered rejected pending booked
		waitlisted not_started in_progress no_response awaiting a ab abs ap apol`)
	attendedTitle = set(`attended present attendance attended_y/n present_y/n did_you_attend did_attend here attended_yes/no present_yes/no status
		response rsvp approval_status checked_in attendee_status attendance_status check-in attending`)
)
