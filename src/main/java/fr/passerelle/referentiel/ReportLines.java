package fr.passerelle.referentiel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Effet;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.journal.CompteRendu.Eleve;
import fr.passerelle.journal.CompteRendu.Ligne;
import fr.passerelle.noyau.Constat;
import fr.passerelle.source.Defaut;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the lines of the report: French texts, once, at the end of the work. */
@Component
class ReportLines {

	/** One line per élève and code, the texts of several links following one another. */
	private static final String LIGNES = """
			SELECT k.code, k.rang_eleve, k.rang_lien IS NULL AS entier, k.identifiant, jsonb_agg(k.valeurs ORDER BY k.rang_lien)::text AS valeurs,
			       e.ine, coalesce(nullif(e.nom_usage, ''), e.nom_de_famille) AS nom, e.prenom,
			       (SELECT min(d.code_division) FROM referentiel.eleve_division d WHERE d.uai = :uai AND d.annee_scolaire = :annee
			        AND d.eleve_id = e.eleve_id AND d.disparu_le IS NULL) AS division
			FROM constat k
			LEFT JOIN referentiel.eleve e ON e.uai = :uai AND e.annee_scolaire = :annee AND e.eleve_id = k.identifiant
			GROUP BY k.code, k.rang_eleve, k.rang_lien IS NULL, k.identifiant, e.uai, e.annee_scolaire, e.eleve_id
			ORDER BY k.rang_eleve, k.code
			LIMIT 20000""";

	/** Between the values of several links of one finding. */
	static final String SUITE = ", ";

	private final NamedParameterJdbcTemplate jdbc;

	private final Catalogue catalogue;

	private final ObjectMapper json;

	ReportLines(NamedParameterJdbcTemplate jdbc, Catalogue catalogue, ObjectMapper json) {
		this.jdbc = jdbc;
		this.catalogue = catalogue;
		this.json = json;
	}

	List<Bilan.Trouvaille> desRegles(MapSqlParameterSource parametres) {
		return this.jdbc.query(LIGNES, parametres, (rs, i) -> ligne(rs));
	}

	private Bilan.Trouvaille ligne(ResultSet rs) throws SQLException {
		List<Map<String, String>> valeurs = lire(rs.getString("valeurs"));
		List<Texte> textes = valeurs.stream()
			.map((v) -> this.catalogue.texte(new Constat(codeDe(rs), v)))
			.distinct()
			.toList();
		Texte premier = textes.get(0);
		Map<String, String> connues = valeurs.get(0);
		String identifiant = rs.getString("identifiant");
		Eleve eleve = (identifiant != null)
				? new Eleve(identifiant, rs.getString("ine"), ou(rs.getString("nom"), connues.get("nom")),
						ou(rs.getString("prenom"), connues.get("prenom")), rs.getString("division"))
				: null;
		Ligne ligne = new Ligne(eleve, premier.regle(), premier.code(), premier.libelle(), toutes(textes, Texte::titre),
				toutes(textes, Texte::cause), toutes(textes, Texte::correction), premier.effet().gravite());
		boolean entier = rs.getBoolean("entier") && premier.effet() == Effet.REJET && premier.regle().startsWith("REJ");
		return new Bilan.Trouvaille(ligne, entier, premier.file().adresse(), sansPersonne(valeurs));
	}

	/** What is said of several links, each once. */
	private static String toutes(List<Texte> textes, Function<Texte, String> texte) {
		return textes.stream().map(texte).distinct().collect(Collectors.joining("\n"));
	}

	/** Rows and values of the file that could not be kept, gathered by column. */
	List<Bilan.Trouvaille> duFichier(StagingReport range) {
		List<Bilan.Trouvaille> lignes = new ArrayList<>();
		Map<String, List<Defaut>> parColonne = range.defauts()
			.stream()
			.collect(Collectors.groupingBy((d) -> code(d) + " " + d.table() + "." + d.champ(), LinkedHashMap::new,
					Collectors.toList()));
		parColonne.values()
			.forEach((defauts) -> lignes.add(texte(code(defauts.get(0)), "table", defauts.get(0).table(), "champ",
					defauts.get(0).champ(), "nombre", Integer.toString(defauts.size()), "lignes",
					defauts.stream()
						.limit(10)
						.map((d) -> Integer.toString(d.ligne()))
						.collect(Collectors.joining(", ")))));
		if (range.repetitions() > 0) {
			lignes.add(texte("LIGNE_REPETEE", "nombre", Long.toString(range.repetitions())));
		}
		if (!range.inconnus().isEmpty()) {
			lignes.add(texte("ELEMENT_INCONNU", "elements", String.join(", ", range.inconnus())));
		}
		return lignes;
	}

	/** What was already seen at the deposit: told, but no record is at fault. */
	List<Bilan.Trouvaille> duDepot(List<Constat> remarques) {
		return remarques.stream().map((remarque) -> texte(remarque, Effet.INFORMATION)).toList();
	}

	private Bilan.Trouvaille texte(String code, String... valeurs) {
		Constat constat = Constat.de(code, valeurs);
		return texte(constat, this.catalogue.texte(constat).effet());
	}

	private Bilan.Trouvaille texte(Constat constat, Effet effet) {
		Texte texte = this.catalogue.texte(constat);
		Ligne ligne = new Ligne(null, texte.regle(), texte.code(), texte.libelle(), texte.titre(), texte.cause(),
				texte.correction(), effet.gravite());
		return new Bilan.Trouvaille(ligne, false, texte.file().adresse(), constat.valeurs());
	}

	private static String code(Defaut defaut) {
		if (!defaut.ligneEcartee()) {
			return "VALEUR_ILLISIBLE";
		}
		return defaut.absent() ? "LIGNE_INCOMPLETE" : "LIGNE_ILLISIBLE";
	}

	/**
	 * The ledger and the queues know identifiers, never who it is; the values of several
	 * links follow one another.
	 */
	private static Map<String, String> sansPersonne(List<Map<String, String>> valeurs) {
		Map<String, Set<String>> parNom = new LinkedHashMap<>();
		for (Map<String, String> lien : valeurs) {
			lien.forEach((nom, valeur) -> parNom.computeIfAbsent(nom, (n) -> new LinkedHashSet<>()).add(valeur));
		}
		parNom.keySet().removeAll(List.of("nom", "prenom", "naissance", "envoye"));
		Map<String, String> sans = new LinkedHashMap<>();
		parNom.forEach((nom, toutes) -> sans.put(nom, String.join(SUITE, toutes)));
		return sans;
	}

	private static String codeDe(ResultSet rs) {
		try {
			return rs.getString("code");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("reading a finding", ex);
		}
	}

	private static String ou(String premier, String second) {
		return (premier != null) ? premier : second;
	}

	private List<Map<String, String>> lire(String valeurs) {
		try {
			List<Map<String, String>> lues = this.json.readValue(valeurs, new TypeReference<>() {
			});
			lues.forEach((v) -> v.values().removeIf(java.util.Objects::isNull));
			return lues;
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading the values of a finding", ex);
		}
	}

}
