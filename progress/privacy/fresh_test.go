package privacy

// freshTelling and freshInnocent were written after the rules were frozen, by somebody who had seen neither them nor the first table. The words
// that tell stand in brackets, and a finding counts where it touches them.
//
// At the first run, before a rule was changed: 22 of 30 telling ones were found (73 %, less than the 85 % asked for), with 1 false alarm in
// 30 (3 %). Missed were a name with "Wee", a name behind "a Ms.", a postcode and an Eircode in small letters, a handle without its @, a
// "lollipop man" with his age and town, the only person in a town with a condition, and a fall on Easter Sunday. The false alarm was
// "Mrs Misery".
//
// After the rules were mended by these kinds: 29 of 30 (97 %), and no false alarm. That is of sentences which the rules have now been made
// to fit, so the first figure is the one that says how the advice fares with what it hasn't seen. What is still missed is an Eircode behind
// "my location", which reads as the writer's own.
var freshTelling = []sentence{
	{"I clerked [JM in bay 4] and only afterwards saw my own post about sepsis open on the ward computer.", []Kind{Slot}},
	{"[Pt K.O'D., side room 2], taught me more about consent than any module did.", []Kind{Slot}},
	{"Third on the list in [theatre 6, R.S.], asked me whether I was the one off TikTok.", []Kind{Slot}},
	{"[Bed 17 (AB)] had read my thread on statins and wanted to stop hers.", []Kind{Slot}},
	{"After the video went up, [Mrs Okonkwo] told the nurse in charge that she knew my face.", []Kind{Name}},
	{"I had promised [Dr. Fitzsimons's mother, Maeve], that I would never post from the unit.", []Kind{Name}},
	{"[Wee Callum] was so pleased with his cast that his dad asked me to put the photo online.", []Kind{Name}},
	{"A message came from a [Ms. Siobhán Ní Bhriain] asking me about the lump we had seen in clinic.", []Kind{Name}},
	{"The screenshot I deleted still showed [NHS No: 943.476.5919] in the corner.", []Kind{PatientNumber}},
	{"I copied [nhs number 612 408 3375] into the group chat by mistake.", []Kind{PatientNumber}},
	{"[CHI 0107541238] was visible on the sticker behind me in the reel.", []Kind{PatientNumber}},
	{"My slide had [H&C number 320 114 5587] on it, and I reported that to the data protection lead.", []Kind{PatientNumber}},
	{"Somebody zoomed in and read out [MRN: K0048213] from the wristband.", []Kind{PatientNumber}},
	{"The letter in the picture carried an [IHI of 8001 2345 6789 0123 45] and I had not seen it.", []Kind{PatientNumber}},
	{"She sent me her [PPSN 4823917WA] by direct message, thinking I could look up her results.", []Kind{PatientNumber}},
	{"I found [hosp. no. 55-20-917] on the whiteboard in the background of my selfie.", []Kind{PatientNumber}},
	{"He lives at [LL57 2PW] and I drive past his house, which made blocking him feel unkind.", []Kind{Postcode}},
	{"The home visit in [sw1p3bu] was the one I had joked about on X.", []Kind{Postcode}},
	{"The ambulance sheet gave the Eircode, [V94 T9PX], and I had it on the dashboard for the whole vlog.", []Kind{Postcode}},
	{"I tagged my location as [h91e2k3] while sitting outside the patient's door.", nil},
	{"The patient follows me as [@gerry_the_baker62] and liked every post on my account.", []Kind{Handle}},
	{"Her daughter (Insta: [nailsbyshauna.x]) put up a picture of me at the bedside.", []Kind{Handle}},
	{"I can still recite it, [born 14/02/1958], because I had to read it aloud for the blood bank.", []Kind{DateOfBirth}},
	{"The form in frame said [DOB 3rd Sept '71], and a follower pointed it out within minutes.", []Kind{DateOfBirth}},
	{"A [58-year-old lollipop man from Ballyshannon] asked me if I believed what I wrote about vaccines.", []Kind{Described}},
	{"I had described a [publican in his forties from Hay-on-Wye] without thinking how few there are.", []Kind{Described}},
	{"He told me he is the [only person in Stornoway with Huntington's disease], so my story was about nobody else.", []Kind{Described}},
	{"She wrote her number, [07700 900 417], on the back of the leaflet so that I could send her the link.", []Kind{Phone}},
	{"He asked me to reply to [pat.mulhern@example.ie] since he did not trust the portal.", []Kind{Email}},
	{"Anyone who saw the news would know the [boy who fell from the pier in Oban on Easter Sunday] from my post.", []Kind{Event}},
}

// freshInnocent leads to nobody.
var freshInnocent = []sentence{
	{"My GMC number is 7654321 and it is shown on my profile, as the guidance says it may be.", nil},
	{"I am on the register (IMC 418822), so what I write can be traced to me.", nil},
	{"The track record 2013 to 2019 for online complaints was longer than I had expected.", nil},
	{"Paragraph 69 of Good medical practice and paragraphs 12-14 of the social media guidance both apply here.", nil},
	{"I read section 33 of the Medical Council guide, 9th edition, before I answered the case.", nil},
	{"We had the teaching on 12 March 2025 and I wrote this the same evening.", nil},
	{"On Thursday I spent an hour on the module with the other students in Galway.", nil},
	{"Greenhalgh and Ventola both write about what clinicians gain from being online.", nil},
	{"Dr Ben Goldacre showed me that you can correct bad science without sneering at people.", nil},
	{"When Deborah James spoke about her bowel cancer, bookings for our clinic went up.", nil},
	{"I kept asking myself what Dr House would have tweeted, and then did the opposite.", nil},
	{"My educational supervisor and the ward sister both said they would have taken the post down.", nil},
	{"The consultant on call told the F2 that a closed group is still a public place.", nil},
	{"Ward 7 has a poster about phones, yet theatre 3 has none.", nil},
	{"Bay 2 was empty, so I filmed my revision tips there and later wondered if I should have.", nil},
	{"About 4 in 10 of the 120 students surveyed had posted something they regretted.", nil},
	{"My reel had 15,300 views and 212 comments before I removed it.", nil},
	{"I posted at 02:45 after a night shift and deleted it by 7.30 am.", nil},
	{"I used #MedTwitter and #FOAMed because they bring the post to colleagues and not to patients.", nil},
	{"I now follow @NHSEngland, @gmcuk and @HSELive so that I can share what they have checked.", nil},
	{"The reply from @RCPhysicians was kinder than mine and corrected the same claim.", nil},
	{"I am no Mr Perfect online, and I would rather say so.", nil},
	{"Nobody wants to be Mrs Misery on the ward chat, but somebody had to object.", nil},
	{"The influencer said 5000 IU of vitamin D and 400 mg of magnesium a day, and I could find no trial behind it.", nil},
	{"A dose of 1 g paracetamol QDS is where I would start, and I should have said that advice is general.", nil},
	{"A 45-year-old who asks me about HRT online gets the same answer as anyone: see your own GP.", nil},
	{"I was 19 when I opened the account and I had no idea that I would be a PA one day.", nil},
	{"There is one hospital in our town, and so even a vague story could point to somebody.", nil},
	{"The BMA, the MDU and the MPS each give advice on what to do when a post spreads, and the MDU's was the shortest.", nil},
	{"The module gave me 1.5 CPD points, certificate version 2.0, and scored 86% on the second try.", nil},
}
