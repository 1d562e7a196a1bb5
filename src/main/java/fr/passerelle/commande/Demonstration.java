package fr.passerelle.commande;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;

import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.mapping.Mappings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Drops an invented académie in the inbox of a demonstration, as its schools would, once.
 */
@Component
@Profile("demo")
class Demonstration {

	private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

	private final Path maison;

	private final Reglages reglages;

	private final Mappings mappings;

	Demonstration(@Value("${passerelle.home}") Path maison, Mappings mappings, Clock horloge,
			@Value("${passerelle.demonstration.etablissements}") int etablissements,
			@Value("${passerelle.demonstration.eleves}") int eleves,
			@Value("${passerelle.demonstration.graine}") long graine) {
		this.maison = maison;
		this.mappings = mappings;
		this.reglages = Reglages.de(etablissements, eleves, graine, horloge).avecAnomalies();
	}

	@EventListener(ApplicationReadyEvent.class)
	void deposer() throws IOException {
		Path dossier = this.maison.resolve("data/demonstration");
		if (Files.exists(dossier)) {
			return;
		}
		Attendu attendu = new Academie(this.reglages).ecrire(dossier);
		for (Attendu.EtablissementAttendu etablissement : attendu.etablissements()) {
			for (Attendu.FichierAttendu fichier : etablissement.fichiers()) {
				if (fichier.flux() == null || this.mappings.source(fichier.flux()).isPresent()) {
					deposer(dossier.resolve(etablissement.uai()).resolve(fichier.fichier()), etablissement.uai());
				}
			}
		}
		LOG.info("Une académie inventée vient d'être déposée dans {} : regardez la page du hub, et outbox/.",
				this.maison.resolve("inbox"));
	}

	private void deposer(Path fichier, String uai) throws IOException {
		Path cible = Files.createDirectories(this.maison.resolve("inbox").resolve(uai));
		Path copie = Files.copy(fichier, cible.resolve("." + fichier.getFileName()),
				StandardCopyOption.REPLACE_EXISTING);
		Files.move(copie, cible.resolve(fichier.getFileName()), StandardCopyOption.ATOMIC_MOVE);
	}

}
