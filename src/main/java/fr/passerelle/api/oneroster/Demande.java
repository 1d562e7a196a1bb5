package fr.passerelle.api.oneroster;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import fr.passerelle.publication.oneroster.Champ;
import fr.passerelle.publication.oneroster.Recherche;
import fr.passerelle.publication.oneroster.Ressource;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/** The parameters of a list, as they came. */
record Demande(
		@Parameter(description = "Objets par page",
				schema = @Schema(type = "integer", minimum = "1", maximum = "5000", defaultValue = "100")) String limit,
		@Parameter(description = "Objets à passer avant la page",
				schema = @Schema(type = "integer", minimum = "0", defaultValue = "0")) String offset,
		@Parameter(description = "Champ d'après lequel trier", example = "familyName") String sort,
		@Parameter(description = "Dans quel sens", schema = @Schema(allowableValues = {
				"asc", "desc" }, defaultValue = "asc")) String orderBy,
		@Parameter(description = "Conditions : champ, =, !=, >, >=, <, <= ou ~, valeur entre apostrophes ; AND, OR",
				example = "status='active'") String filter,
		@Parameter(description = "Champs à donner, séparés par des virgules ; tous par défaut",
				example = "sourcedId,givenName") String fields){

	private static final int PAR_DEFAUT = 100;

	/** What a page may hold, for the memory of both sides: some 5 MB. */
	static final int MAX = 5_000;

	/** Of one object, only the fields are asked. */
	static Demande deChamps(String fields) {
		return new Demande(null, null, null, null, null, fields);
	}

	int limite() {
		return (int) nombre("limit", this.limit, PAR_DEFAUT, 1, MAX);
	}

	long debut() {
		return nombre("offset", this.offset, 0, 0, Integer.MAX_VALUE);
	}

	Recherche recherche(Ressource ressource, List<String> cles) {
		if (this.orderBy != null && !List.of("asc", "desc").contains(this.orderBy)) {
			throw Refus.invalide("invaliddata", "« orderBy » est asc ou desc.");
		}
		return new Recherche(ressource, cles, Filtre.lire(this.filter, ressource), tri(ressource),
				"desc".equals(this.orderBy), limite(), debut());
	}

	private Champ tri(Ressource ressource) {
		return (this.sort == null) ? null
				: ressource.trouver(this.sort)
					.filter((champ) -> !champ.multiple())
					.orElseThrow(() -> Refus.invalide("invalid_sort_field",
							"« sort » nomme un champ qui n'existe pas, ou qui a plusieurs valeurs."));
	}

	/** The names of the fields to give, all of them without {@code fields}. */
	Set<String> champs(Ressource ressource) {
		if (this.fields == null) {
			return ressource.noms();
		}
		Set<String> demandes = new LinkedHashSet<>(Arrays.asList(this.fields.trim().split("\\s*,\\s*")));
		if (!ressource.noms().containsAll(demandes)) {
			throw Refus.invalide("invalid_selection_field", "« fields » nomme un champ qui n'existe pas. Connus : "
					+ String.join(", ", ressource.noms()) + ".");
		}
		return demandes;
	}

	private static long nombre(String nom, String texte, long sinon, long min, long max) {
		if (texte == null) {
			return sinon;
		}
		if (texte.matches("[0-9]{1,10}") && Long.parseLong(texte) >= min && Long.parseLong(texte) <= max) {
			return Long.parseLong(texte);
		}
		throw Refus.invalide("invaliddata", "« " + nom + " » est un nombre de " + min + " à " + max + ".");
	}

}
