package fr.passerelle.generateur;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import fr.passerelle.generateur.Attendu.Compte;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;

/** Writes the three extractions of an école; one école in two has the old generation. */
final class EcoleWriter {

	private static final String ELEVES = "CSVExtraction-eleves.csv";

	private final Etablissement etablissement;

	private final Ecole ecole;

	private final Fichiers fichiers;

	private final boolean premiereGeneration;

	EcoleWriter(Etablissement etablissement, Path dossier) {
		this.etablissement = etablissement;
		this.ecole = new Ecole(etablissement);
		LocalDateTime rentree = etablissement.annee().rentree().atStartOfDay();
		this.fichiers = new Fichiers(dossier, rentree);
		this.premiereGeneration = etablissement.rang() % 2 == 0;
	}

	EtablissementAttendu ecrire() {
		OndeEleves eleves = new OndeEleves(this.ecole, this.premiereGeneration);
		OndeAdultes adultes = new OndeAdultes(this.ecole, this.premiereGeneration);
		ecrire(ELEVES, eleves::ecrire);
		ecrire("CSVExtraction-responsables.csv", adultes::ecrireResponsables);
		ecrire("CSVExtraction-enseignants.csv", adultes::ecrireEnseignants);
		List<FichierAttendu> attendus = new ArrayList<>(List.of(FichierAttendu.traite(ELEVES, "ONDE_ELEVES", 1),
				FichierAttendu.traite("CSVExtraction-responsables.csv", "ONDE_RESPONSABLES", 2),
				FichierAttendu.traite("CSVExtraction-enseignants.csv", "ONDE_ENSEIGNANTS", 3)));
		if (this.etablissement.fautif()) {
			attendus.addAll(fautes());
		}
		return new EtablissementAttendu(this.etablissement.uai().code(), this.etablissement.nature().texte(),
				this.etablissement.territoire().texte(), this.etablissement.annee().valeur(), attendus,
				new Compte((int) this.ecole.ecoliers().count(), this.ecole.classes(), 0, 0, this.ecole.enseignants()));
	}

	/** A file downloaded twice, and a list that is no extraction of ONDE. */
	private List<FichierAttendu> fautes() {
		String copie = "CSVExtraction-eleves (1).csv";
		this.fichiers.copier(ELEVES, copie);
		ecrire("menus de la cantine.csv", (csv) -> csv.entete("Jour;Entrée;Plat;Dessert"));
		return List.of(new FichierAttendu(copie, "ONDE_ELEVES", 4, "doublon", null, null, null, List.of(), List.of()),
				FichierAttendu.refuse("menus de la cantine.csv", null, 5, "C04"));
	}

	private void ecrire(String nom, Consumer<Csv> contenu) {
		this.fichiers.nu(nom, (sortie) -> {
			try (Csv csv = new Csv(sortie, this.premiereGeneration)) {
				contenu.accept(csv);
			}
		});
	}

}
