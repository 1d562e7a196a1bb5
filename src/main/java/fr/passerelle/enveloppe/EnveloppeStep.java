package fr.passerelle.enveloppe;

import fr.passerelle.journal.Baux;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.RefusException;
import org.springframework.stereotype.Component;

/** Opens a deposit that is in the content store: its document, or why it has none. */
@Component("enveloppeStep")
public class EnveloppeStep {

	private final Depots depots;

	private final Baux baux;

	private final Contenus contenus;

	private final Enveloppe enveloppe;

	private final Relectures relectures;

	EnveloppeStep(Depots depots, Baux baux, Contenus contenus, Enveloppe enveloppe, Relectures relectures) {
		this.depots = depots;
		this.baux = baux;
		this.contenus = contenus;
		this.enveloppe = enveloppe;
		this.relectures = relectures;
	}

	/**
	 * Opens it, and keeps it from others until its verdict; null when another opening of
	 * it goes on, or has given one.
	 */
	public Ouverture ouvrir(String texte) {
		NumeroDepot numero = NumeroDepot.lire(texte);
		if (!this.baux.ouvrir(numero)) {
			return null;
		}
		try {
			return ouvrir(this.depots.depot(numero));
		}
		catch (RuntimeException | Error panne) {
			this.baux.rendre(numero);
			throw panne;
		}
	}

	private Ouverture ouvrir(Depot depot) {
		try {
			Document document = this.enveloppe.ouvrir(this.contenus.chemin(depot.empreinte()), depot.fichier());
			this.relectures.retenir(depot.empreinte(), document);
			return new Ouverture(depot, document, null);
		}
		catch (RefusException refus) {
			return new Ouverture(depot, null, refus.constat());
		}
	}

}
