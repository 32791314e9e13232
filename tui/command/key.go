package command

import (
	"crypto/rand"
	"fmt"

	"github.com/spf13/cobra"

	domain "probity/progress/certificate"
	"probity/tui/linear"
	"probity/tui/tutor"
)

// key is the command with which an institution makes a key of its own.
func (c *cli) key() *cobra.Command {
	institution := ""
	cmd := &cobra.Command{
		Use:   "key FILE",
		Short: "Make a signing key for an institution",
		Long: "The key is written to FILE, for its owner's eyes. Certificates signed with it (certificate --key FILE) name the\n" +
			"institution. Give out the key's number, so that others can compare it.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || institution == "" {
				return misused("name the file to write, and the institution with --institution")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			key, err := domain.NewKey(rand.Reader, institution)
			if err != nil {
				return err
			}
			file, err := key.Marshal()
			if err != nil {
				return err
			}
			path, err := tutor.Place(args[0], "", false, tutor.Holding(file))
			if err != nil {
				return err
			}
			linear.New(c.sys.In, c.sys.Out).Say(fmt.Sprintf("Written to %s. The key's number is %s.", path, key.Number()))
			return nil
		},
	}
	cmd.Flags().StringVar(&institution, "institution", "", "whose key it is, as certificates will name it")
	return cmd
}
