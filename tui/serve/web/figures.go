package web

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// Figures are what a host counts. A label is one of few words that the program itself chose: nothing of a learner is ever one.
type Figures struct {
	registry *prometheus.Registry
	sessions *prometheus.GaugeVec
	lasted   *prometheus.HistogramVec
	refused  *prometheus.CounterVec
	appends  *prometheus.HistogramVec
	draining prometheus.Gauge
}

// NewFigures returns figures that are all zero.
func NewFigures() *Figures {
	f := &Figures{
		registry: prometheus.NewRegistry(),
		sessions: prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "probity_sessions", Help: "Sessions that there are."}, []string{"kind"}),
		lasted: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "probity_session_seconds", Help: "How long sessions lasted.", Buckets: []float64{1, 10, 60, 300, 900, 1800, 3600, 7200, 14400},
		}, []string{"kind"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "probity_refused_total", Help: "What was refused, and why."}, []string{"reason"}),
		appends: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "probity_append_seconds", Help: "How long the store took to keep facts.", Buckets: prometheus.ExponentialBuckets(0.0002, 2, 16),
		}, []string{"result"}),
		draining: prometheus.NewGauge(prometheus.GaugeOpts{Name: "probity_draining", Help: "1 while the host lets no new session begin."}),
	}
	f.registry.MustRegister(f.sessions, f.lasted, f.refused, f.appends, f.draining,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return f
}

// Refused counts a refusal.
func (f *Figures) Refused(reason string) { f.refused.WithLabelValues(reason).Inc() }

// Began counts a session.
func (f *Figures) Began(kind string) { f.sessions.WithLabelValues(kind).Inc() }

// Ended takes a session off the count.
func (f *Figures) Ended(kind string, lasted time.Duration) {
	f.sessions.WithLabelValues(kind).Dec()
	f.lasted.WithLabelValues(kind).Observe(lasted.Seconds())
}

// Appended counts facts that were given to the store at once, and whether it kept them.
func (f *Figures) Appended(took time.Duration, err error) {
	result := "kept"
	if err != nil {
		result = "failed"
	}
	f.appends.WithLabelValues(result).Observe(took.Seconds())
}

// Draining says that no new session begins any more.
func (f *Figures) Draining() { f.draining.Set(1) }
