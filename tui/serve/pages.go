package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"path/filepath"

	"github.com/spf13/cobra"

	"probity/scenarios/induction"
	"probity/tui/serve/people"
	"probity/tui/serve/web"
)

// none is the address of a port that is not to be opened.
const none = "none"

// pages say how phones come to the rooms that are led here.
type pages struct {
	listen  string
	address string // what phones open; "" for what follows from the others
	cert    string
	key     string
	auto    string // the name to get certificates for
}

func (p *pages) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&p.listen, "web", none, "address and port for the pages of phones, such as :443, or none")
	f.StringVar(&p.address, "web-address", "", "what phones open, of this host or of all hosts together, such as https://tutor.example.org")
	f.StringVar(&p.cert, "cert", "", "file with the certificate for the pages, read again when it changes")
	f.StringVar(&p.key, "cert-key", "", "file with its private key")
	f.StringVar(&p.auto, "autocert", "", "the host's name in the internet, for which Let's Encrypt is to give certificates; its terms are accepted by this, and --web has to be reached at port 443")
}

// check says what of it cannot be.
func (p *pages) check() error {
	switch {
	case (p.cert == "") != (p.key == ""):
		return errors.New("a certificate takes --cert and --cert-key")
	case p.cert != "" && p.auto != "":
		return errors.New("a certificate comes from --cert or from --autocert: choose one")
	case p.listen == none && (p.cert != "" || p.auto != ""):
		return errors.New("a certificate is for the pages of phones: say with --web where they are, such as :443")
	case p.address != "" && !p.isAddress():
		return fmt.Errorf("--web-address %q cannot be what phones open: it is like https://tutor.example.org, without a path", p.address)
	}
	return nil
}

// isAddress reports whether phones can be sent to the address: a page that comes without encryption is for this computer alone.
func (p *pages) isAddress() bool {
	u, err := url.Parse(p.address)
	return err == nil && induction.IsWeb(p.address) && (u.Scheme == "https" || isHere(u.Hostname()))
}

func isHere(host string) bool { return host == "localhost" || net.ParseIP(host).IsLoopback() }

// encrypted is how the pages are encrypted; nil where they are not.
func (p *pages) encrypted(s *settings, log *slog.Logger) (*tls.Config, error) {
	switch {
	case p.auto != "":
		return web.Autocert(p.auto, filepath.Join(s.data, "certificates")), nil
	case p.cert != "":
		return web.Certificate(p.cert, p.key, s.Now, log)
	}
	return nil, nil
}

// openPages opens the port for the pages, if there is to be one, and says what phones open.
func (h *host) openPages() (err error) {
	if h.pages.listen == none {
		return nil
	}
	if h.encrypted, err = h.pages.encrypted(h.settings, h.log); err != nil {
		return err
	}
	if h.phones, err = h.listening(h.pages.listen, "--web"); err != nil {
		return err
	}
	here := people.Loopback(h.phones.Addr())
	if h.encrypted == nil && !here {
		return errors.New("votes would go through the network unencrypted: give a certificate (--cert and --cert-key, or --autocert), or let --web be for a proxy on this computer, such as 127.0.0.1:8080")
	}
	if h.pages.address != "" {
		return nil
	}
	host, port, _ := net.SplitHostPort(h.phones.Addr().String())
	switch {
	case h.pages.auto != "":
		h.pages.address = "https://" + h.pages.auto
	case h.encrypted == nil:
		h.pages.address = "http://" + net.JoinHostPort(host, port)
	default:
		return errors.New("say what phones are to open with --web-address, such as https://tutor.example.org: the name that the certificate is for")
	}
	return nil
}
