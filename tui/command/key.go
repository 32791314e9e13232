package command

import (
	"crypto/rand"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"probity/guidance/signing"
	domain "probity/progress/certificate"
	"probity/tui/tutor"
)

// key is the command with which an institution makes a key of its own.
func (c *cli) key() *cobra.Command {
	institution, web := "", ""
	cmd := &cobra.Command{
		Use:   "key FILE",
		Short: "Make a signing key for an institution",
		Long: "The key is written to FILE, for its owner's eyes. Certificates signed with it (certificate --key FILE) name the\n" +
			"institution. Give out the key's number, so that others can compare it. With --web, credentials (certificate --format vc)\n" +
			"are issued in the name of the domain, once it publishes what \"probity key did\" writes.",
		Example: "  probity key trust.pem --institution \"Anytown NHS Trust\" --web anytown.example.org\n  probity key did trust.pem",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || institution == "" {
				return misused("name the file to write, and the institution with --institution")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			key, err := newKey(institution, web)
			if err != nil {
				return err
			}
			file, err := key.Marshal()
			if err != nil {
				return err
			}
			path, err := c.door().Place(args[0], "", false, tutor.Holding(file))
			if errors.As(err, new(*tutor.ExistsError)) { // what was signed with a key is worth no more without it
				return fmt.Errorf("making the key: there is a file %s already, and it was left as it is: give another name", args[0])
			}
			if err != nil {
				return err
			}
			says := fmt.Sprintf("Written to %s. The key's number is %s.", path, key.Number())
			if key.Domain != "" {
				says += fmt.Sprintf(" Now let %s publish it: \"probity key did %s\" writes did.json, which belongs at %s.", key.Domain, path, domain.DocumentAddress(key))
			}
			c.console().Say(says)
			return nil
		},
	}
	cmd.Flags().StringVar(&institution, "institution", "", "whose key it is, as certificates will name it")
	cmd.Flags().StringVar(&web, "web", "", "the domain that will publish the key, such as example.org")
	cmd.AddCommand(c.keyDID())
	return cmd
}

func newKey(institution, web string) (signing.Key, error) {
	key, err := signing.NewKey(rand.Reader, institution)
	if err != nil || web == "" {
		return key, err
	}
	return key.At(web)
}

// keyDID is the command that writes what a domain publishes of its keys.
func (c *cli) keyDID() *cobra.Command {
	out, force := "", false
	cmd := &cobra.Command{
		Use:   "did FILE...",
		Short: "Write did.json, with which your domain publishes your key",
		Long: "Each FILE is a key that was made with --web. What is written holds only their public halves. Put it where the domain\n" +
			"serves /.well-known/did.json, over HTTPS. Name every key that credentials were ever signed with: they can be checked\n" +
			"for as long as their key stands there.",
		Example: "  probity key did trust.pem\n  probity key did trust-2026.pem trust-2027.pem --output did.json --force",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misused("name the file of the key, as \"probity key FILE --web example.org\" made it")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			keys := make([]signing.Key, len(args))
			for i, path := range args {
				var err error
				if keys[i], err = c.keyIn(path); err != nil {
					return err
				}
			}
			file, err := domain.Document(keys...)
			if err != nil {
				return err
			}
			if out == "-" {
				_, err := c.sys.Out.Write(file)
				return err
			}
			path, err := c.door().Publish(out, "did.json", force, tutor.Holding(file))
			if err != nil {
				return err
			}
			c.console().Say(fmt.Sprintf("Written to %s. Put it at %s.", path, domain.DocumentAddress(keys[0])))
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "did.json", "the file to write, or - for standard output")
	cmd.Flags().BoolVar(&force, "force", false, "replace the file if it is there")
	return cmd
}
