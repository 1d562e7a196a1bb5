package fr.passerelle.enveloppe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import fr.passerelle.noyau.RefusException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is seen of bytes read by blocks is what a look at each of them sees. */
class OctetsVusTest {

	private static final String[] MORCEAUX = { "<ELEVE>", "texte ordinaire sans rien", "é", "œuvre", "\u0080", "€",
			"\u0000", "<", "          ", "\uD83D\uDE00" };

	@Test
	void whatIsSeenDoesNotDependOnWhereTheBlocksAreCut() throws IOException {
		Random hasard = new Random(11);
		for (int essai = 0; essai < 2000; essai++) {
			byte[] octets = octets(hasard);
			try (OctetsVus vus = new OctetsVus(new ByteArrayInputStream(octets), '<', Long.MAX_VALUE / 2)) {
				lire(vus, 1 + hasard.nextInt(40));
				assertThat(vu(vus)).as("essai %d", essai).isEqualTo(attendu(octets));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 7, 8, 64, 1000 })
	void aTagMustComeBackWhateverTheBlocks(int bloc) throws IOException {
		String juste = ("<" + "x".repeat(50)).repeat(20);
		try (OctetsVus vus = new OctetsVus(flux(juste), '<', 50)) {
			assertThat(lire(vus, bloc)).isEqualTo(juste.length());
		}
		try (OctetsVus vus = new OctetsVus(flux(juste + "x<"), '<', 50)) {
			assertThat(refuse(vus, bloc)).isTrue();
		}
		try (OctetsVus vus = new OctetsVus(flux("x".repeat(51)), '<', 50)) {
			assertThat(refuse(vus, bloc)).isTrue();
		}
	}

	private static ByteArrayInputStream flux(String texte) {
		return new ByteArrayInputStream(texte.getBytes(StandardCharsets.US_ASCII));
	}

	private static boolean refuse(OctetsVus vus, int bloc) throws IOException {
		try {
			lire(vus, bloc);
			return false;
		}
		catch (RefusException ex) {
			return true;
		}
	}

	private static int lire(OctetsVus vus, int bloc) throws IOException {
		byte[] tampon = new byte[bloc + 3];
		int total = 0;
		for (int lus = vus.read(tampon, 3, bloc); lus >= 0; lus = vus.read(tampon, 3, bloc)) {
			total += lus;
		}
		return total;
	}

	/** Mostly UTF-8, now and then one byte that is not. */
	private static byte[] octets(Random hasard) {
		StringBuilder texte = new StringBuilder();
		for (int i = 0; i < 12; i++) {
			texte.append(MORCEAUX[hasard.nextInt((hasard.nextInt(4) == 0) ? MORCEAUX.length : 2)]);
		}
		byte[] octets = texte.toString().getBytes(StandardCharsets.UTF_8);
		if (hasard.nextInt(3) == 0) {
			octets[hasard.nextInt(octets.length)] = (byte) (0x80 + hasard.nextInt(128));
		}
		return octets;
	}

	private static String vu(OctetsVus vus) {
		return vus.utf8() + " " + vus.accents() + " " + vus.controles() + " " + vus.nuls();
	}

	private static String attendu(byte[] octets) {
		boolean accents = false;
		boolean controles = false;
		boolean nuls = false;
		for (byte octet : octets) {
			accents |= octet < 0;
			controles |= (octet & 0xE0) == 0x80;
			nuls |= octet == 0;
		}
		return estUtf8(octets) + " " + accents + " " + controles + " " + nuls;
	}

	private static boolean estUtf8(byte[] octets) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
