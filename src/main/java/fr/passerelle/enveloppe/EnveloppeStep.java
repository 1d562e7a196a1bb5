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

	EnveloppeStep(Depots depots, Contenus contenus, Enveloppe enveloppe) {
		this.depots = depots;
		this.contenus = contenus;
		this.enveloppe = enveloppe;
	}

	public Ouverture ouvrir(String numero) {
		Depot depot = this.depots.depot(NumeroDepot.lire(numero));
		try {
			return new Ouverture(depot, this.enveloppe.ouvrir(this.contenus.chemin(depot.empreinte()), depot.fichier()),
					null);
		}
		catch (RefusException refus) {
			return new Ouverture(depot, null, refus.constat());
		}
	}

}
