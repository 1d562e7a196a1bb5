package fr.passerelle.referentiel;

import java.nio.file.Path;

import fr.passerelle.enveloppe.Enveloppe;
import fr.passerelle.enveloppe.Relecture;
import fr.passerelle.enveloppe.Relectures;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depot;
import org.springframework.stereotype.Component;

/** Gives the document of a deposit back from the content store. */
@Component
class Contents {

	private final Contenus contenus;

	private final Enveloppe enveloppe;

	private final Relectures relectures;

	Contents(Contenus contenus, Enveloppe enveloppe, Relectures relectures) {
		this.contenus = contenus;
		this.enveloppe = enveloppe;
		this.relectures = relectures;
	}

	/**
	 * The document, once its bytes are proved to be those that were received (F44): the
	 * same bytes that were checked then need not be checked again.
	 */
	Relecture document(Depot depot) {
		Path chemin = this.contenus.chemin(depot.empreinte());
		this.contenus.verifier(depot.empreinte());
		return this.relectures.trouver(depot.empreinte())
			.orElseGet(() -> this.enveloppe.ouvrir(chemin, depot.fichier()).relecture());
	}

}
