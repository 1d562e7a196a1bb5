package fr.passerelle.enveloppe;

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

	private final Contenus contenus;

	private final Enveloppe enveloppe;

	private final Relectures relectures;

	EnveloppeStep(Depots depots, Contenus contenus, Enveloppe enveloppe, Relectures relectures) {
		this.depots = depots;
		this.contenus = contenus;
		this.enveloppe = enveloppe;
		this.relectures = relectures;
	}

	public Ouverture ouvrir(String numero) {
		Depot depot = this.depots.depot(NumeroDepot.lire(numero));
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
