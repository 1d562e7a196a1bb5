package fr.passerelle.lsu;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import fr.passerelle.lsu.EtapeSql.Moment;
import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;

/**
 * The files of one degree, those of both degrees among them, in the order of their
 * numbers.
 *
 * @param unites how many units each step has
 * @param etapes what is read and written
 */
record Plan(EtapeSql unites, List<EtapeSql> etapes) {

	private static final String DOSSIER = "synchronisations/lsu/";

	static Plan lire(Mappings mappings, Degre degre) {
		String sien = DOSSIER + degre.code().toLowerCase(java.util.Locale.ROOT);
		List<EtapeSql> fichiers = Stream.of(DOSSIER + "commun", sien)
			.flatMap((dossier) -> mappings.sql(dossier).stream())
			.map(EtapeSql::de)
			.sorted(Comparator.comparing((fichier) -> fichier.nom().substring(fichier.nom().lastIndexOf('/'))))
			.toList();
		EtapeSql unites = fichiers.stream()
			.filter((fichier) -> fichier.moment() == Moment.UNITES)
			.findFirst()
			.orElseThrow(() -> new MappingFaux(sien, "aucun fichier « -- moment: unites » ne compte les unités"));
		return new Plan(unites, fichiers.stream().filter((fichier) -> fichier.moment() != Moment.UNITES).toList());
	}

	/** Whether this file is the last one that runs of its step. */
	boolean finit(EtapeSql fichier) {
		return this.etapes.stream()
			.filter((autre) -> autre.etape().equals(fichier.etape()))
			.reduce((avant, apres) -> apres)
			.filter(fichier::equals)
			.isPresent();
	}

	/** What brings open bilans up to date. */
	List<EtapeSql> deBilans() {
		return this.etapes.stream().filter(EtapeSql::deBilans).toList();
	}

}
