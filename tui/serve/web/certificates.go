package web

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"golang.org/x/crypto/acme/autocert"
)

// Autocert has the pages encrypted with certificates that Let's Encrypt gives for a name, and renews by itself. They are kept in a folder. By this,
// whoever runs the host accepts the terms of Let's Encrypt.
func Autocert(name, folder string) *tls.Config {
	m := &autocert.Manager{Prompt: autocert.AcceptTOS, HostPolicy: autocert.HostWhitelist(name), Cache: autocert.DirCache(folder)}
	return m.TLSConfig()
}

// lookEvery is how often files are looked at for a certificate that was renewed.
const lookEvery = 10 * time.Second

// Certificate has the pages encrypted with a certificate in files, which are read again once they have changed. Where what is there then is none, the
// one before stays in use, and the log says why.
func Certificate(certificate, key string, now func() time.Time, log *slog.Logger) (*tls.Config, error) {
	p := &pair{paths: [2]string{certificate, key}, now: now, log: log}
	if err := p.read(); err != nil {
		return nil, err
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return p.current(), nil }}, nil
}

// pair is a certificate and its key, in files.
type pair struct {
	paths [2]string
	now   func() time.Time
	log   *slog.Logger

	mu     sync.Mutex // held for what follows
	last   tls.Certificate
	stamps [2]stamp
	looked time.Time
}

// stamp is what a file is known by.
type stamp struct {
	size    int64
	changed time.Time
}

// current is the certificate of the files as they were a while ago at most.
func (p *pair) current() *tls.Certificate {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := p.now(); now.Sub(p.looked) >= lookEvery {
		p.looked = now
		if stamps, err := p.look(); err != nil || stamps != p.stamps {
			if err := p.read(); err != nil {
				p.log.Warn("the certificate could not be read again: the one before stays in use", "error", err)
			}
		}
	}
	last := p.last
	return &last
}

func (p *pair) look() (stamps [2]stamp, err error) {
	for i, path := range p.paths {
		info, err := os.Stat(path)
		if err != nil {
			return stamps, err
		}
		stamps[i] = stamp{info.Size(), info.ModTime()}
	}
	return stamps, nil
}

// read reads the files. What changes while they are read is read the next time.
func (p *pair) read() error {
	stamps, err := p.look()
	if err == nil {
		var read tls.Certificate
		if read, err = tls.LoadX509KeyPair(p.paths[0], p.paths[1]); err == nil {
			p.last, p.stamps = read, stamps
		}
	}
	if err != nil {
		return fmt.Errorf("reading the certificate for the pages of phones: %w", err)
	}
	return nil
}
