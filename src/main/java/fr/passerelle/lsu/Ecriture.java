package fr.passerelle.lsu;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Runs one SQL file for one run, in the caller's transaction. */
@Component
class Ecriture {

	/**
	 * As for a projection: before the first statistics of a young database the planner
	 * takes a whole school for one row. A few élèves, though, are found by their keys.
	 */
	private static final String PLANS = "SET LOCAL enable_nestloop = off; SET LOCAL jit = off";

	private static final String PLANS_DE_LOT = "SET LOCAL enable_nestloop = on; SET LOCAL jit = off";

	private static final TypeReference<Map<String, String>> TEXTES = new TypeReference<>() {
	};

	private final NamedParameterJdbcTemplate jdbc;

	private final ObjectMapper json;

	private final LsuSettings.Synchronisation choix;

	private final Clock horloge;

	Ecriture(NamedParameterJdbcTemplate jdbc, ObjectMapper json, LsuSettings reglages, Clock horloge) {
		this.jdbc = jdbc;
		this.json = json;
		this.choix = reglages.synchronisation();
		this.horloge = horloge;
	}

	/**
	 * What a file did.
	 *
	 * @param comptes how many rows changed, by kind
	 * @param lignes what is to be said
	 */
	record Resultat(Map<String, Integer> comptes, List<Messages.Ligne> lignes) {

		boolean vide() {
			return this.comptes.isEmpty() && this.lignes.isEmpty();
		}

	}

	/** The units of each step. */
	Map<String, Integer> compter(EtapeSql fichier, Course course) {
		this.jdbc.getJdbcOperations().execute(PLANS);
		Map<String, Integer> unites = new HashMap<>();
		this.jdbc.query(fichier.sql(), parametres(course), (ligne) -> {
			unites.put(ligne.getString("etape"), ligne.getInt("nombre"));
		});
		return unites;
	}

	/** Reads the source into the work list, emptied first. */
	void regarder(EtapeSql fichier, Course course) {
		this.jdbc.getJdbcOperations().execute(PLANS);
		this.jdbc.update("DELETE FROM lsu.sync_eleve WHERE sync_id = :sync", parametres(course));
		this.jdbc.update(fichier.sql(), parametres(course));
	}

	/** Places of the élèves in the work list. */
	List<Integer> rangs(Course course) {
		return this.jdbc.queryForList("SELECT rang FROM lsu.sync_eleve WHERE sync_id = :sync ORDER BY rang",
				parametres(course), Integer.class);
	}

	Resultat ecrire(EtapeSql fichier, Course course) {
		this.jdbc.getJdbcOperations().execute(PLANS);
		return lire(fichier, parametres(course));
	}

	/** The same, for the élèves between these places. */
	Resultat ecrire(EtapeSql fichier, Course course, int premier, int dernier) {
		this.jdbc.getJdbcOperations().execute(PLANS_DE_LOT);
		return lire(fichier, parametres(course).addValue("premier", premier).addValue("dernier", dernier));
	}

	/** Who is at this place, for the line that says that nothing could be done. */
	Messages.Ligne echec(Course course, int rang) {
		MapSqlParameterSource parametres = parametres(course).addValue("rang", rang);
		return this.jdbc.queryForObject(
				"""
						SELECT e.id, concat_ws(' ', coalesce(v.prenom, v.prenoms), v.nom), CASE :degre WHEN '2D' THEN c.code ELSE c.libelle END
						FROM lsu.sync_eleve s JOIN lsu.eleve e ON e.id = s.eleve_id JOIN lsu.eleve_version v ON v.id = e.version_courante_id
						LEFT JOIN lsu.classe c ON c.id = e.classe_id WHERE s.sync_id = :sync AND s.rang = :rang""",
				parametres,
				(ligne, i) -> new Messages.Ligne(
						Constat.de(Codes.ELEVE_EN_ECHEC, "eleve", ligne.getString(2), "division", ligne.getString(3)),
						ligne.getLong(1), null, null));
	}

	private Resultat lire(EtapeSql fichier, MapSqlParameterSource parametres) {
		Map<String, Integer> comptes = new LinkedHashMap<>();
		List<Messages.Ligne> lignes = new ArrayList<>();
		this.jdbc.query(fichier.sql(), parametres, (ligne) -> {
			if (ligne.getString("compte") != null) {
				comptes.merge(ligne.getString("compte"), 1, Integer::sum);
			}
			if (ligne.getString("code") != null) {
				lignes.add(new Messages.Ligne(new Constat(ligne.getString("code"), valeurs(ligne.getString("valeurs"))),
						(Long) ligne.getObject("eleve_id"), null, (Long) ligne.getObject("enseignant_id")));
			}
		});
		return new Resultat(comptes, lignes);
	}

	private Map<String, String> valeurs(String texte) {
		try {
			return this.json.readValue(texte, TEXTES);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading the values of a line", ex);
		}
	}

	private MapSqlParameterSource parametres(Course course) {
		return new MapSqlParameterSource().addValue("sync", course.id())
			.addValue("uai", course.uai())
			.addValue("annee", course.ecole().anneeScolaire())
			.addValue("degre", course.ecole().degre().code())
			.addValue("instant", this.horloge.instant().atOffset(ZoneOffset.UTC))
			.addValue("champs", this.choix.champs(course.ecole().degre()))
			.addValue("archiver_toujours", this.choix.archiverToujours())
			.addValue("nom_affiche", this.choix.nomAffiche().name().toLowerCase(java.util.Locale.ROOT))
			.addValue("m2_toujours", this.choix.ligneEtablissement())
			.addValue("dispositif_sans_fin", this.choix.dispositifSansFin());
	}

}
