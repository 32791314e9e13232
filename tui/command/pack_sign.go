package command

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"probity/guidance/text"
	"probity/scenarios/pack"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// packSign is the command with which an institution signs a pack.
func (c *cli) packSign() *cobra.Command {
	keyFile := ""
	cmd := &cobra.Command{
		Use:   "sign DIR",
		Short: "Sign a pack with your institution's key, so that a change is noticed",
		Long: "Writes signature.toml into the pack's folder, in the place of an earlier one: the name in the key, its number, and a\n" +
			"fingerprint of every file that is read of the pack. A file that is changed, added or taken away breaks the signature, and the\n" +
			"pack is left out until you sign it again. A pack with mistakes is not signed. Give out the key's number in another way\n" +
			"than the pack. \"probity key\" makes a key.",
		Example: "  probity pack sign my-pack --key trust.pem",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || keyFile == "" {
				return misused("name the folder that holds pack.toml, and your institution's key with --key FILE")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return c.signPack(args[0], keyFile) },
	}
	cmd.Flags().StringVar(&keyFile, "key", "", "the key to sign with, a file that \"probity key\" made with --institution")
	return cmd
}

func (c *cli) signPack(dir, keyFile string) error {
	key, err := c.keyIn(keyFile)
	if err != nil {
		return err
	}
	base, err := c.sys.base()
	if err != nil {
		return err
	}
	signed, err := pack.SignDir(dir, base, key)
	if err != nil {
		return c.listed(err, "the pack has mistakes, and is not signed")
	}
	path, err := c.door().Publish(filepath.Join(dir, "signature.toml"), "", true, tutor.Holding(signed.Text))
	if err != nil {
		return err
	}
	out := c.console()
	out.Say(signed.Origin.String())
	out.Say(fmt.Sprintf("Written to %s. It covers %s.", path, prose.Count(float64(len(signed.Files)), "file")))
	out.Say("Give out the key's number, " + key.Number() + ", so that others can compare it.")
	return nil
}

// listed says what is wrong with a pack, a line each, and returns what follows from that. Another error comes back as it is.
func (c *cli) listed(err error, follows string) error {
	if !errors.As(err, new(pack.Mistakes)) {
		return err
	}
	c.console().Say(strings.Join(lines(err), "\n"))
	return errors.New(follows)
}

// packVerify is the command that tells whether a pack is as it was signed.
func (c *cli) packVerify() *cobra.Command {
	expected := ""
	cmd := &cobra.Command{
		Use:   "verify DIR",
		Short: "Tell whether a pack is as it was signed, and with which key",
		Long: "The exit code is 0 when the pack is as it was signed, and 1 otherwise: files that are another, were added or are gone\n" +
			"are named. Anyone can make a key and give it any name: compare the number with the one that the institution gives out,\n" +
			"or name that one with --expect.",
		Example: "  probity pack verify my-pack\n  probity pack verify my-pack --expect 2c26-b46b-68ff-c68f-f99b",
		Args:    c.takes(1, 1, "name one folder, the one that holds pack.toml"),
		RunE:    func(_ *cobra.Command, args []string) error { return c.verifyPack(args[0], strings.TrimSpace(expected)) },
	}
	cmd.Flags().StringVar(&expected, "expect", "", "the number that the key should have")
	return cmd
}

func (c *cli) verifyPack(dir, expected string) error {
	signed, err := pack.VerifyDir(dir)
	by, out := signed.Origin, c.console()
	switch {
	case errors.Is(err, pack.ErrNotSigned):
		return fmt.Errorf("the pack in %s is not signed", prose.Line(dir))
	case err != nil && by.Signed():
		out.Say(fmt.Sprintf("CHANGED since it was signed by a key that calls itself %s: %s.", text.Quoted(by.Institution), by.Key))
	}
	if err != nil {
		return c.listed(err, "this pack could not be shown to be as it was signed")
	}
	if expected != "" && !strings.EqualFold(expected, by.Key) {
		return fmt.Errorf("the pack is signed with another key than %s: its number is %s, and it calls itself %s", prose.Line(expected), by.Key, text.Quoted(by.Institution))
	}
	says := "Unchanged since it was signed by a key that calls itself " + text.Quoted(by.Institution)
	if expected == "" {
		says += "; this does not show who signed it. Anyone can give a key any name: compare its number, " + by.Key + ", with the one that the institution gives out."
	} else {
		says += ", and its number is the one that you expect, " + by.Key + "."
	}
	out.Say(says)
	out.Say("\nWhat was signed, of " + by.Named() + ":")
	for _, name := range signed.Files {
		out.Say("  " + name)
	}
	return nil
}
