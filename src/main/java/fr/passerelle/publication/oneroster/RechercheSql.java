package fr.passerelle.publication.oneroster;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The SQL of a search. Nothing that a consumer wrote is in the text: names are looked up
 * in the declared list before, values and paths are parameters.
 */
final class RechercheSql {

	private final MapSqlParameterSource parametres;

	private final String ou;

	private final String ordre;

	RechercheSql(String consommateur, Recherche recherche) {
		this.parametres = new MapSqlParameterSource("consommateur", consommateur)
			.addValue("type", recherche.ressource().type())
			.addValue("cles", recherche.cles().toArray(new String[0]))
			.addValue("limite", recherche.limite())
			.addValue("debut", recherche.debut());
		this.ou = " FROM ent.oneroster_objet o WHERE consommateur = :consommateur AND type = :type"
				+ (recherche.cles().isEmpty() ? "" : " AND cles @> CAST(:cles AS text[])") + filtre(recherche.filtre());
		this.ordre = " ORDER BY "
				+ ((recherche.tri() != null) ? valeur(recherche.tri())
						+ (recherche.decroissant() ? " DESC NULLS LAST, " : " ASC NULLS LAST, ") : "")
				+ "rang LIMIT :limite OFFSET :debut";
	}

	String nombre() {
		return "SELECT count(*)" + this.ou;
	}

	String page() {
		return "SELECT id, statut, modifie_le, valeurs::text" + this.ou + this.ordre;
	}

	MapSqlParameterSource parametres() {
		return this.parametres;
	}

	private String filtre(List<List<Condition>> alternatives) {
		return alternatives.isEmpty() ? ""
				: alternatives.stream()
					.map((toutes) -> toutes.stream().map(this::condition).collect(Collectors.joining(" AND ")))
					.collect(Collectors.joining(") OR (", " AND ((", "))"));
	}

	private String condition(Condition condition) {
		Champ champ = condition.champ();
		Condition.Operateur operateur = condition.operateur();
		String droite = parametre(
				(condition.valeur() instanceof Instant instant) ? Timestamp.from(instant) : condition.valeur());
		if (!champ.multiple()) {
			return operateur.sql(valeur(champ), droite);
		}
		boolean aucune = operateur == Condition.Operateur.DIFFERENT;
		return (aucune ? "NOT " : "")
				+ "EXISTS (SELECT FROM jsonb_path_query(valeurs, CAST(%s AS jsonpath)) v WHERE %s)".formatted(
						parametre(champ.jsonpath()),
						(aucune ? Condition.Operateur.EGAL : operateur).sql("(v #>> '{}') COLLATE \"C\"", droite));
	}

	private String valeur(Champ champ) {
		if (champ.equals(Ressource.MODIFIE)) {
			return "modifie_le";
		}
		if (champ.equals(Ressource.ID)) {
			return "id COLLATE \"C\"";
		}
		return champ.equals(Ressource.STATUT) ? "statut"
				: "(valeurs #>> CAST(" + parametre(champ.noms()) + " AS text[])) COLLATE \"C\"";
	}

	private String parametre(Object valeur) {
		String nom = "p" + this.parametres.getValues().size();
		this.parametres.addValue(nom, valeur);
		return ":" + nom;
	}

}
