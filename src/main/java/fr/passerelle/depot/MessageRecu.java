package fr.passerelle.depot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.UUID;

import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.RefusException;
import fr.passerelle.noyau.Uai;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.camel.Exchange;

import org.springframework.util.StreamUtils;

/**
 * A message of the queue of deposits: a file in its body, what is said of it in its
 * headers.
 *
 * @param jms the message, its body not read yet
 * @param fichier name of the file
 * @param uai the school, null when only the file tells
 * @param deposant who sends it, as it says itself
 */
record MessageRecu(Message jms, String fichier, String uai, String deposant, boolean confirme) {

	/** Size of a body that does not fit in one packet, as the broker notes it. */
	private static final String TAILLE = "_AMQ_LARGE_SIZE";

	/** Where the broker's client writes a body, without ever holding it whole. */
	private static final String SORTIE = "JMS_AMQ_SaveStream";

	/** Long enough for a person or an application. */
	private static final int DEPOSANT_MAX = 100;

	/** Reads what is said of the file; headers that command Camel are already gone. */
	static MessageRecu de(Exchange message) {
		return new MessageRecu(message.getMessage().getBody(Message.class), texte(message, "fichier"),
				texte(message, "uai"), texte(message, "deposant"), "true".equals(texte(message, "confirmation")));
	}

	private static String texte(Exchange message, String entete) {
		String texte = message.getMessage().getHeader(entete, "", String.class).strip();
		return texte.isEmpty() ? null : texte;
	}

	/** Refuses what could never become a deposit, before a byte is read. */
	void verifier(long limite) throws JMSException {
		exiger(this.jms instanceof BytesMessage, Constat.de(Codes.FORME));
		exiger(this.fichier != null && !NomDeFichier.court(this.fichier).isEmpty(), Constat.de(Codes.SANS_NOM));
		exiger(this.uai == null || Uai.lire(majuscules()).isPresent(), Constat.de(Codes.UAI, "uai", this.uai));
		exiger(!this.jms.propertyExists(TAILLE) || this.jms.getLongProperty(TAILLE) <= limite, tropGrand(limite));
	}

	static void exiger(boolean vrai, Constat sinon) {
		if (!vrai) {
			throw new RefusException(sinon);
		}
	}

	static Constat tropGrand(long limite) {
		return Constat.de(Codes.TROP_GRAND, "limite", Long.toString(limite / 1_048_576));
	}

	/** The key of its lease: delivered again, the message is the same. */
	String cle() throws JMSException {
		String sien = this.jms.getJMSMessageID();
		return "jms:" + ((sien != null) ? sien : UUID.randomUUID());
	}

	/** The client closes what it writes to; the bytes are not on the disk yet. */
	void verser(OutputStream sortie) throws IOException {
		try {
			this.jms.setObjectProperty(SORTIE, StreamUtils.nonClosing(sortie));
		}
		catch (JMSException ex) {
			throw new IOException("reading a message", ex);
		}
	}

	String uaiAnnonce() {
		return (this.uai != null) ? majuscules() : null;
	}

	/** Who sends it, marked as what it is: nobody checked it. */
	String expediteur() {
		String dit = (this.deposant != null) ? " " + NomDeFichier.sansCommandes(this.deposant) : "";
		return "file JMS" + dit.substring(0, Math.min(dit.length(), DEPOSANT_MAX));
	}

	private String majuscules() {
		return this.uai.toUpperCase(Locale.ROOT);
	}

}
