package fr.passerelle.depot;

import java.io.IOException;
import java.util.Optional;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Reception;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.RefusException;
import jakarta.jms.JMSException;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Takes a file from the queue of deposits. The message is given up to the broker only
 * after its row is in the ledger; delivered again, it makes no second one. What cannot
 * become a deposit is answered, never delivered for ever.
 */
@Component("depotJms")
public class JmsStep {

	private static final String RECU = "passerelle.jms";

	private static final String NUMERO = "passerelle.jms.numero";

	private final Intake entrees;

	private final Contenus contenus;

	private final DepotSettings settings;

	private final JmsAnswers reponses;

	JmsStep(Intake entrees, Contenus contenus, DepotSettings settings, JmsAnswers reponses) {
		this.entrees = entrees;
		this.contenus = contenus;
		this.settings = settings;
		this.reponses = reponses;
	}

	/** The number of the deposit to open, or null when there is none. */
	public String prendre(Exchange message) throws IOException, JMSException {
		MessageRecu recu = MessageRecu.de(message);
		try {
			recu.verifier(this.settings.taille().toBytes());
			return deposer(recu, message);
		}
		catch (RefusException ex) {
			this.reponses.refuser(recu, ex.constat());
			return null;
		}
	}

	/** Tells the sender the verdict, if it wants to know. */
	public void repondre(Exchange message) {
		Optional.ofNullable(message.getProperty(NUMERO, NumeroDepot.class))
			.ifPresent((numero) -> this.reponses.repondre(message.getProperty(RECU, MessageRecu.class), numero));
	}

	/** Forgets the messages that cannot be delivered again. */
	public void oublier() {
		this.entrees.oublierFinies("jms:");
	}

	private String deposer(MessageRecu recu, Exchange message) throws IOException, JMSException {
		String cle = recu.cle();
		Entree entree = this.entrees.entrer(cle, cle, () -> Optional.of(garder(recu)))
			.orElseThrow(() -> new IllegalStateException("a message that another node is taking"));
		message.setProperty(RECU, recu);
		message.setProperty(NUMERO, entree.numero());
		return entree.aOuvrir();
	}

	private Reception garder(MessageRecu recu) throws IOException {
		long limite = this.settings.taille().toBytes();
		try {
			Contenus.Contenu garde = this.contenus
				.garder(recu::verser, limite, (contenu, brouillon) -> contenu.taille() > 0)
				.orElseThrow(() -> new RefusException(Constat.de(Codes.VIDE)));
			return new Reception(NomDeFichier.court(recu.fichier()), garde.taille(), garde.empreinte(), "jms",
					recu.expediteur(), null, null, recu.uaiAnnonce(), recu.confirme());
		}
		catch (Contenus.TropGrand ex) {
			throw new RefusException(MessageRecu.tropGrand(limite));
		}
	}

}
