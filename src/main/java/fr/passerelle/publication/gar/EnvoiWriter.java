package fr.passerelle.publication.gar;

import java.nio.file.Path;
import java.util.Map;

import fr.passerelle.mapping.SqlFile;

/** Writes the files of one degree, kind after kind, in the order GAR reads them. */
final class EnvoiWriter {

	private final Enregistrements enregistrements;

	private final GarSettings reglages;

	EnvoiWriter(Enregistrements enregistrements, GarSettings reglages) {
		this.enregistrements = enregistrements;
		this.reglages = reglages;
	}

	/**
	 * Writes everything.
	 * @param debut how the names of the files start, up to their kind
	 * @param comptes where the number of each element is added
	 */
	void ecrire(Degre degre, Path dossier, String debut, boolean minuscules, Map<String, Long> comptes) {
		ObjetWriter objets = new ObjetWriter(degre.espace());
		String genre = null;
		GenreWriter fichiers = null;
		try {
			for (SqlFile element : this.enregistrements.elements(degre)) {
				if (!element.champ("fichier").equals(genre)) {
					fermer(fichiers);
					genre = element.champ("fichier");
					fichiers = new GenreWriter(dossier, debut, genre, degre, this.reglages.version(degre).numero(),
							this.reglages.coupure());
				}
				comptes.merge(element.champ("element"), ecrire(element, minuscules, objets, fichiers), Long::sum);
			}
		}
		finally {
			fermer(fichiers);
		}
	}

	private long ecrire(SqlFile element, boolean minuscules, ObjetWriter objets, GenreWriter fichiers) {
		long[] nombre = new long[1];
		String nom = element.champ("element");
		this.enregistrements.lire(element, minuscules, (ligne) -> {
			objets.ecrire(nom, ligne, fichiers.suivant());
			nombre[0]++;
		});
		return nombre[0];
	}

	private static void fermer(GenreWriter fichiers) {
		if (fichiers != null) {
			fichiers.close();
		}
	}

}
