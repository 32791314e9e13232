package qr

import (
	"image"
	"image/color"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// TestADecoderReadsIt from a picture of the screen, in colours and without, on dark and on light ground.
func TestADecoderReadsIt(t *testing.T) {
	for _, address := range []string{"http://192.168.178.23:8040/kfx", "http://10.0.0.7:50001/bzw", "http://[2001:db8:85a3:8d3:1319:8a2e:370:7348]:8040/qnr"} {
		for palette, ink := range map[Palette][2]color.Gray{Coloured: {{0}, {255}}, MonoDark: {{220}, {16}}, MonoLight: {{16}, {240}}} {
			drawn, err := Draw(address, palette)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := read(picture(ansi.Strip(drawn), ink[0], ink[1])); err != nil || got != address {
				t.Errorf("%s in palette %d: read as %q, %v", address, palette, got, err)
			}
		}
	}
}

func TestWhatIsTooLongIsNotDrawn(t *testing.T) {
	if drawn, err := Draw(strings.Repeat("x", 3000), Coloured); err == nil {
		t.Errorf("%d characters are drawn", len(drawn))
	}
}

// TestItHasRoom: the code of an address fits beside what a screen of eighty by twenty-four says.
func TestItHasRoom(t *testing.T) {
	drawn, err := Draw("http://192.168.178.223:50001/kfx", Coloured)
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(drawn, "\n")
	if wide := ansi.StringWidth(rows[0]); len(rows) > 18 || wide > 36 {
		t.Errorf("%d×%d", wide, len(rows))
	}
}

// TestADecoderReadsItInWholeCells, where there are no half blocks: blanks in reverse and others, without any sign.
func TestADecoderReadsItInWholeCells(t *testing.T) {
	for palette, ink := range map[Palette][2]color.Gray{WholeDark: {{220}, {16}}, WholeLight: {{16}, {240}}} {
		const address = "http://192.168.178.23:8040/kfx"
		drawn, err := Draw(address, palette)
		if err != nil {
			t.Fatal(err)
		}
		if plain := strings.Trim(ansi.Strip(drawn), " \n"); plain != "" {
			t.Errorf("signs in palette %d: %q", palette, plain)
		}
		shining := reversed.ReplaceAllStringFunc(drawn, func(run string) string { return strings.ReplaceAll(run, " ", "█") })
		if got, err := read(picture(ansi.Strip(shining), ink[0], ink[1])); err != nil || got != address {
			t.Errorf("palette %d: read as %q, %v", palette, got, err)
		}
	}
}

var reversed = regexp.MustCompile(`\x1b\[7m +`)

// picture is rows of half blocks as a screen shows them, a character being six by twelve.
func picture(text string, ink, ground color.Gray) image.Image {
	const across, up = 6, 6
	rows := strings.Split(text, "\n")
	img := image.NewGray(image.Rect(0, 0, across*ansi.StringWidth(rows[0]), 2*up*len(rows)))
	for r, row := range rows {
		for c, sign := range []rune(row) {
			for y := range 2 * up {
				is := ground
				if sign == '█' || y < up && sign == '▀' || y >= up && sign == '▄' {
					is = ink
				}
				for x := range across {
					img.SetGray(across*c+x, 2*up*r+y, is)
				}
			}
		}
	}
	return img
}

func read(img image.Image) (string, error) {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		return "", err
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
	if err != nil {
		return "", err
	}
	return result.GetText(), nil
}

func TestWifi(t *testing.T) {
	for _, tt := range []struct{ name, password, want string }{
		{"Education Centre", "", "WIFI:T:nopass;S:Education Centre;;"},
		{`Ward 3; "bay"`, `a:b,c\d`, `WIFI:T:WPA;S:Ward 3\; \"bay\";P:a\:b\,c\\d;;`},
	} {
		if got := Wifi(tt.name, tt.password); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
