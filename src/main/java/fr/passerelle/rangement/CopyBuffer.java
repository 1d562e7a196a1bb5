package fr.passerelle.rangement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;

import org.apache.commons.codec.digest.MurmurHash3;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Rows of one table in COPY's text form, sent when the buffer is full. A connection does
 * one COPY at a time, and the rows of several tables come mixed: hence one buffer each.
 */
final class CopyBuffer {

	/**
	 * Large enough that starting a COPY is cheap, small enough for many tables on a small
	 * heap.
	 */
	private static final int TAILLE = 256 * 1024;

	private static final byte[] HEXA = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private final CopyManager copies;

	private final String commande;

	private byte[] octets = new byte[16 * 1024];

	private int longueur;

	private long lignes;

	CopyBuffer(CopyManager copies, String commande) {
		this.copies = copies;
		this.commande = commande;
	}

	long lignes() {
		return this.lignes;
	}

	void ajouter(String[] valeurs, long rang, int ligne) {
		int debut = this.longueur;
		for (String valeur : valeurs) {
			champ(valeur);
		}
		long[] empreinte = MurmurHash3.hash128x64(this.octets, debut, this.longueur - debut, 0);
		hexa(empreinte[0]);
		hexa(empreinte[1]);
		ecrire('\t');
		champ(Long.toString(rang));
		champ(Integer.toString(ligne));
		this.octets[this.longueur - 1] = '\n';
		this.lignes++;
		if (this.longueur >= TAILLE) {
			envoyerOuEchouer();
		}
	}

	void envoyer() throws SQLException {
		if (this.longueur == 0) {
			return;
		}
		CopyIn copie = this.copies.copyIn(this.commande);
		try {
			copie.writeToCopy(this.octets, 0, this.longueur);
			copie.endCopy();
		}
		finally {
			if (copie.isActive()) {
				copie.cancelCopy();
			}
		}
		this.longueur = 0;
	}

	private void envoyerOuEchouer() {
		try {
			envoyer();
		}
		catch (SQLException ex) {
			throw new UncheckedIOException(new IOException("copying rows to staging", ex));
		}
	}

	private void champ(String valeur) {
		if (valeur == null) {
			ecrire('\\');
			ecrire('N');
		}
		else {
			for (int i = 0; i < valeur.length(); i++) {
				i += caractere(valeur, i);
			}
		}
		ecrire('\t');
	}

	/**
	 * Writes a character in UTF-8, with COPY's escapes; returns how many more were taken.
	 */
	private int caractere(String valeur, int i) {
		char c = valeur.charAt(i);
		if (c < 0x80) {
			echapper(c);
			return 0;
		}
		int point = valeur.codePointAt(i);
		if (point < 0x800) {
			ecrire(0xC0 | point >> 6);
		}
		else {
			debutLong(point);
		}
		ecrire(0x80 | point & 0x3F);
		return Character.charCount(point) - 1;
	}

	private void debutLong(int point) {
		if (point < 0x10000) {
			ecrire(0xE0 | point >> 12);
		}
		else {
			ecrire(0xF0 | point >> 18);
			ecrire(0x80 | point >> 12 & 0x3F);
		}
		ecrire(0x80 | point >> 6 & 0x3F);
	}

	private void echapper(char c) {
		switch (c) {
			case '\\' -> deux('\\');
			case '\t' -> deux('t');
			case '\n' -> deux('n');
			case '\r' -> deux('r');
			default -> ecrire(c);
		}
	}

	private void deux(char c) {
		ecrire('\\');
		ecrire(c);
	}

	private void hexa(long valeur) {
		for (int decalage = 60; decalage >= 0; decalage -= 4) {
			ecrire(HEXA[(int) (valeur >>> decalage) & 0xF]);
		}
	}

	private void ecrire(int octet) {
		if (this.longueur == this.octets.length) {
			this.octets = Arrays.copyOf(this.octets, this.octets.length * 2);
		}
		this.octets[this.longueur++] = (byte) octet;
	}

}
