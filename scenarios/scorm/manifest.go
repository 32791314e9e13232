package scorm

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"

	"probity/guidance"
)

// The manifest of a package, as SCORM 1.2 has it: IMS Content Packaging 1.1.2 with the elements of ADL.
type manifestFile struct {
	XMLName       xml.Name `xml:"manifest"`
	Identifier    string   `xml:"identifier,attr"`
	Version       string   `xml:"version,attr"`
	Packaging     string   `xml:"xmlns,attr"`
	ADL           string   `xml:"xmlns:adlcp,attr"`
	Metadata      metadata `xml:"metadata"`
	Organisations struct {
		Default      string       `xml:"default,attr"`
		Organisation organisation `xml:"organization"`
	} `xml:"organizations"`
	Resource resource `xml:"resources>resource"`
}

type metadata struct {
	Schema  string `xml:"schema"`
	Version string `xml:"schemaversion"`
	LOM     lom    `xml:"lom"`
}

// lom is what the IMS metadata say of a course.
type lom struct {
	Space       string     `xml:"xmlns,attr"`
	Title       langString `xml:"general>title>langstring"`
	Language    string     `xml:"general>language"`
	Description langString `xml:"general>description>langstring"`
	Version     langString `xml:"lifecycle>version>langstring"`
	Restricted  struct {
		Source langString `xml:"source>langstring"`
		Value  langString `xml:"value>langstring"`
	} `xml:"rights>copyrightandotherrestrictions"`
	Rights langString `xml:"rights>description>langstring"`
}

type langString struct {
	Language string `xml:"xml:lang,attr"`
	Text     string `xml:",chardata"`
}

type organisation struct {
	Identifier string `xml:"identifier,attr"`
	Title      string `xml:"title"`
	Item       struct {
		Identifier string `xml:"identifier,attr"`
		Reference  string `xml:"identifierref,attr"`
		Title      string `xml:"title"`
		Mastery    string `xml:"adlcp:masteryscore,omitempty"`
	} `xml:"item"`
}

type resource struct {
	Identifier string `xml:"identifier,attr"`
	Type       string `xml:"type,attr"`
	SCORM      string `xml:"adlcp:scormtype,attr"`
	Href       string `xml:"href,attr"`
	File       struct {
		Href string `xml:"href,attr"`
	} `xml:"file"`
}

// language is what the content is written in.
const language = "en-GB"

func says(text string) langString { return langString{language, text} }

// manifest says what is in the package and how a platform starts it.
func (p *Package) manifest() ([]byte, error) {
	c := p.content
	m := manifestFile{Identifier: "probity-" + c.Digest, Version: "1.0",
		Packaging: "http://www.imsproject.org/xsd/imscp_rootv1p1p2", ADL: "http://www.adlnet.org/xsd/adlcp_rootv1p2"}
	m.Metadata = metadata{Schema: "ADL SCORM", Version: "1.2", LOM: lom{Space: "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
		Title: says(c.Title), Language: language, Description: says(c.description()), Version: says(c.Digest), Rights: says(c.Whose + " Licence: " + c.Licence + ".")}}
	m.Metadata.LOM.Restricted.Source, m.Metadata.LOM.Restricted.Value = langString{"x-none", "LOMv1.0"}, langString{"x-none", "yes"}
	m.Organisations.Default = "course"
	o := &m.Organisations.Organisation
	o.Identifier, o.Title = "course", c.Title
	o.Item.Identifier, o.Item.Reference, o.Item.Title, o.Item.Mastery = "start", "page", c.Title, c.mastery()
	m.Resource = resource{Identifier: "page", Type: "webcontent", SCORM: "sco", Href: pageName}
	m.Resource.File.Href = pageName
	var out bytes.Buffer
	out.WriteString(xml.Header)
	e := xml.NewEncoder(&out)
	e.Indent("", "  ")
	if err := e.Encode(m); err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	out.WriteString("\n")
	return out.Bytes(), nil
}

// description says in a sentence what a learner meets.
func (c content) description() string {
	if c.Rule == "" {
		return "A practice. After each answer it says how that is marked" + c.guided() + ". " + guidance.Capital(c.holds())
	}
	return "An assessment, explained once it is handed in. " + guidance.Capital(c.holds()) + " " + c.Rule
}

// mastery is the least score that passes, in the hundredths in which the page reports it: "" for a practice.
func (c content) mastery() string {
	if c.Rule == "" {
		return ""
	}
	return strconv.FormatFloat(float64(int(c.Pass*1e4+0.5))/1e2, 'f', -1, 64)
}
