package fr.passerelle.referentiel;

import java.util.List;
import java.util.Optional;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SqlFile;
import fr.passerelle.source.Lecture;

/**
 * Everything that applies one flow: its reading, what is prepared before the rules, the
 * rules, the rules, the fusions with what comes just before and just after them, and the
 * two numbers of the report.
 */
record FusionPlan(SourceMapping mapping, Lecture lecture, List<SqlFile> avant, List<SqlFile> regles,
		List<SqlFile> apresRegles, List<FusionFile> fusions, List<SqlFile> apresFusion, Optional<SqlFile> synthese) {

	static FusionPlan de(Mappings mappings, SourceMapping mapping) {
		List<SqlFile> fichiers = mappings.sql("fusion", mapping.flux());
		List<FusionFile> fusions = fichiers.stream()
			.filter((f) -> f.trouver("moment").isEmpty())
			.map(FusionFile::de)
			.toList();
		if (fusions.isEmpty()) {
			throw new MappingFaux("fusion/" + mapping.flux().toLowerCase(java.util.Locale.ROOT),
					"aucun fichier de fusion : le flux " + mapping.flux() + " serait lu pour rien");
		}
		return new FusionPlan(mapping, new Lecture(mapping), duMoment(fichiers, "avant"),
				mappings.regles(mapping.flux()), duMoment(fichiers, "apres-regles"), fusions,
				duMoment(fichiers, "apres-fusion"), duMoment(fichiers, "synthese").stream().findFirst());
	}

	private static List<SqlFile> duMoment(List<SqlFile> fichiers, String moment) {
		return fichiers.stream().filter((f) -> f.trouver("moment").filter(moment::equals).isPresent()).toList();
	}

}
