package command

import (
	"errors"

	"github.com/spf13/cobra"

	domain "probity/progress/certificate"
)

// verify is the command that reports whether a certificate is as it was made.
func (c *cli) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE",
		Short: "Tell whether a certificate is as it was made",
		Long: "FILE is a certificate as PDF, HTML or JSON, or a verifiable credential; JSON is compared by what it says, however it is laid\n" +
			"out. The exit code is 0 when it is unchanged since it was made, and 1 otherwise. That it is unchanged does not show who\n" +
			"made it: anyone can make a key and give it any name. Nothing is looked up: a credential that names a domain is its own\n" +
			"only if the key stands in the domain's did.json.",
		Example: "  probity verify certificate.pdf",
		Args:    c.takes(1, 1, "name one file to verify"),
		RunE: func(_ *cobra.Command, args []string) error {
			file, err := c.door().Read("file", args[0], largestCertificate)
			if err != nil {
				return err
			}
			verdict, err := domain.Verify(file, Program)
			if err != nil {
				return err
			}
			c.sayVerdict(verdict)
			if !verdict.Unchanged {
				return errors.New("this file could not be shown to be unchanged since it was made")
			}
			return nil
		},
	}
}

// sayVerdict says what verifying found, and whose certificate it is as far as that can be relied on.
func (c *cli) sayVerdict(v domain.Verdict) {
	out := c.console()
	out.Say(v.Says)
	if len(v.About) == 0 {
		return
	}
	out.Say("\nWhat was signed:")
	for _, fact := range v.About {
		out.Say(fact.Label + ": " + fact.Value)
	}
}

// largestCertificate is more bytes than a certificate can have.
const largestCertificate = 8 << 20
