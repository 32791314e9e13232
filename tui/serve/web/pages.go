package web

import (
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"golang.org/x/net/netutil"
)

// Bounds of what anybody can ask of the pages.
const (
	mostConnections = 4096
	mostHeader      = 8 << 10
	slowest         = 5 * time.Second // for a request to arrive, or its answer to be taken
	quiet           = 30 * time.Second
)

// ServePages answers phones until ctx ends, encrypted unless there is nothing to do so with. It logs nothing: a log would name addresses.
func ServePages(ctx context.Context, l net.Listener, h http.Handler, with *tls.Config) error {
	server := &http.Server{
		Handler: h, TLSConfig: with, ReadTimeout: slowest, WriteTimeout: 2 * slowest, IdleTimeout: quiet, MaxHeaderBytes: mostHeader,
		ErrorLog: log.New(io.Discard, "", 0),
	}
	l = netutil.LimitListener(l, mostConnections)
	return until(ctx, server, func() error {
		if with == nil {
			return server.Serve(l)
		}
		return server.ServeTLS(l, "", "")
	})
}
