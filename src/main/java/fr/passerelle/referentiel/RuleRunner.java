package fr.passerelle.referentiel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.mapping.SqlFile;
import fr.passerelle.noyau.Constat;
import fr.passerelle.rangement.Rangement;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Runs the rules of a flow, in the order of their names, and keeps what they find in the
 * temporary table {@code constat}, where the next rules and the fusions see it. Rules run
 * under a role that can only read; {@code constat} is the one place it may add to.
 */
@Component
class RuleRunner {

	private static final String TABLE = """
			CREATE TEMPORARY TABLE IF NOT EXISTS constat
			    (code text, effet text, rang_eleve bigint, rang_lien bigint, identifiant text, date_debut date, date_fin date, valeurs jsonb)""";

	private static final String VIDE = Rangement.vidage(List.of("constat"));

	/**
	 * What staging and preparation made on this connection, and the rules may not read
	 * yet.
	 */
	private static final String A_OUVRIR = """
			SELECT format('GRANT SELECT%s ON %s TO passerelle_controle', CASE relname WHEN 'constat' THEN ', INSERT' ELSE '' END, oid::regclass)
			FROM pg_class
			WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r' AND NOT has_table_privilege('passerelle_controle', oid, 'SELECT')""";

	/** What a rule may return apart from the values of its text. */
	private static final String AJOUT = """
			INSERT INTO constat (code, effet, rang_eleve, rang_lien, identifiant, date_debut, date_fin, valeurs)
			SELECT '%s', '%s', (r.j ->> 'rang_eleve')::bigint, (r.j ->> 'rang_lien')::bigint, r.j ->> 'identifiant',
			       (r.j ->> 'corrige_debut')::date, (r.j ->> 'corrige_fin')::date,
			       r.j - '{rang_eleve,rang_lien,identifiant,corrige_debut,corrige_fin}'::text[]
			FROM (SELECT to_jsonb(x) AS j FROM (
			%s) x) r""";

	private static final String REFUS = """
			SELECT code, k.cle, k.valeur
			FROM (SELECT code, valeurs FROM constat WHERE effet = 'REFUS' ORDER BY code, valeurs::text LIMIT 1) c
			LEFT JOIN LATERAL jsonb_each_text(c.valeurs) k(cle, valeur) ON true""";

	private final NamedParameterJdbcTemplate jdbc;

	RuleRunner(NamedParameterJdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void executer(List<SqlFile> regles, MapSqlParameterSource parametres) {
		this.jdbc.getJdbcOperations().execute(TABLE);
		this.jdbc.getJdbcOperations().execute(VIDE);
		if (regles.isEmpty()) {
			return;
		}
		this.jdbc.getJdbcOperations()
			.queryForList(A_OUVRIR, String.class)
			.forEach(this.jdbc.getJdbcOperations()::execute);
		this.jdbc.getJdbcOperations().execute("SET LOCAL ROLE passerelle_controle");
		for (SqlFile regle : regles) {
			this.jdbc.update(AJOUT.formatted(regle.champ("code"), regle.champ("effet"), regle.sql()), parametres);
		}
		this.jdbc.getJdbcOperations().execute("RESET ROLE");
	}

	/** Why nothing of the document may be applied, if a rule says so. */
	Optional<Constat> refus() {
		Map<String, String> valeurs = new LinkedHashMap<>();
		List<String> codes = this.jdbc.getJdbcOperations().query(REFUS, (rs, i) -> {
			if (rs.getString("valeur") != null) {
				valeurs.put(rs.getString("cle"), rs.getString("valeur"));
			}
			return rs.getString("code");
		});
		return codes.stream().findFirst().map((code) -> new Constat(code, valeurs));
	}

}
