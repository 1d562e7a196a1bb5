package fr.passerelle.referentiel;

import java.nio.file.Path;

import fr.passerelle.enveloppe.Document;
import fr.passerelle.enveloppe.Enveloppe;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depot;
import org.springframework.stereotype.Component;

/** Gives the document of a deposit back from the content store. */
@Component
class Contents {

	private final Contenus contenus;

	private final Enveloppe enveloppe;

	Contents(Contenus contenus, Enveloppe enveloppe) {
		this.contenus = contenus;
		this.enveloppe = enveloppe;
	}

	/** The document, once its bytes are proved to be those that were received (F44). */
	Document document(Depot depot) {
		Path chemin = this.contenus.chemin(depot.empreinte());
		this.contenus.verifier(depot.empreinte());
		return this.enveloppe.ouvrir(chemin, depot.fichier());
	}

}
