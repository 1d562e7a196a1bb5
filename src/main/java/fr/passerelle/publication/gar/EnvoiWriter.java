package fr.passerelle.publication.gar;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
	 * @param suite given each file when it is whole
	 */
	void ecrire(Degre degre, Path dossier, String debut, boolean minuscules, Map<String, Long> comptes,
			Consumer<Path> suite) {
		ObjetWriter objets = new ObjetWriter(degre.espace());
		Map<String, List<SqlFile>> genres = this.enregistrements.elements(degre)
			.stream()
			.collect(Collectors.groupingBy((element) -> element.champ("fichier"), LinkedHashMap::new,
					Collectors.toList()));
		genres.forEach((genre, elements) -> {
			try (GenreWriter fichiers = new GenreWriter(dossier, debut, genre, degre,
					this.reglages.version(degre).numero(), this.reglages.coupure(), suite)) {
				for (SqlFile element : elements) {
					comptes.merge(element.champ("element"), ecrire(element, minuscules, objets, fichiers), Long::sum);
				}
			}
		});
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

}
