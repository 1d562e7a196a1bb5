package fr.passerelle.publication.ldap;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

/** What the directory of the hub says of these schools, in the words of the reader. */
public final class AnnuaireVoulu {

	private static final String PERSONNES = """
			SELECT DISTINCT p.personne_id || ' ' || p.profil || ' ' || p.nom || ' ' || coalesce(p.prenom, 'null')
			FROM ent.v_personne p WHERE p.disparu_le IS NULL AND p.uai IN (%s)""";

	private static final String GROUPES = """
			SELECT uai || ' ' || nature || ' ' || code FROM ent.v_groupe g WHERE nature <> 'profil' AND disparu_le IS NULL AND uai IN (%s)
			  AND EXISTS (SELECT FROM ent.v_membre m WHERE m.groupe_id = g.groupe_id AND m.disparu_le IS NULL)""";

	private static final String MEMBRES = """
			SELECT g.uai || ' ' || g.nature || ' ' || g.code || ' ' || m.personne_id
			FROM ent.v_membre m JOIN ent.v_groupe g USING (groupe_id)
			WHERE g.nature <> 'profil' AND g.disparu_le IS NULL AND m.disparu_le IS NULL AND g.uai IN (%s)""";

	private static final String PROFILS = """
			SELECT g.uai || ' ' || CASE g.type_structure WHEN 'D' THEN 'classe ' ELSE 'groupe ' END || g.code
			       || CASE g.profil WHEN 'Eleve' THEN ' eleves ' WHEN 'Responsable' THEN ' parents ' ELSE ' enseignants ' END || m.personne_id
			FROM ent.v_membre m JOIN ent.v_groupe g USING (groupe_id)
			WHERE g.nature = 'profil' AND g.disparu_le IS NULL AND m.disparu_le IS NULL AND g.uai IN (%s)""";

	private static final String CLASSES = """
			SELECT m.personne_id || ' ' || g.uai || ' ' || g.code FROM ent.v_membre m JOIN ent.v_groupe g USING (groupe_id)
			WHERE g.profil = 'Eleve' AND g.type_structure = 'D' AND g.disparu_le IS NULL AND m.disparu_le IS NULL AND g.uai IN (%s)""";

	private static final String LIENS = """
			SELECT DISTINCT e.personne_id || ' ' || r.personne_id
			FROM referentiel.v_eleve_responsable l
			JOIN ent.v_personne e ON e.uai = l.uai AND e.annee_scolaire = l.annee_scolaire AND e.systeme = 'SIECLE_ELEVE' AND e.cle = l.eleve_id
			JOIN ent.v_personne r ON r.uai = l.uai AND r.annee_scolaire = l.annee_scolaire AND r.systeme = 'SIECLE_RESPONSABLE' AND r.cle = l.personne_id
			WHERE l.disparu_le IS NULL AND e.disparu_le IS NULL AND r.disparu_le IS NULL AND l.uai IN (%s)""";

	private AnnuaireVoulu() {
	}

	/** Compares all of it. */
	public static void exiger(AnnuaireLu lu, Function<String, List<String>> base, List<String> uais) {
		assertThat(lu.etablissements()).isEqualTo(new TreeSet<>(uais));
		assertThat(lu.personnes()).isNotEmpty().isEqualTo(lire(base, PERSONNES, uais));
		assertThat(lu.groupes()).isNotEmpty().isEqualTo(lire(base, GROUPES, uais));
		assertThat(lu.membres()).isNotEmpty().isEqualTo(lire(base, MEMBRES, uais));
		assertThat(lu.profils()).isNotEmpty().isEqualTo(lire(base, PROFILS, uais));
		assertThat(lu.classes()).isNotEmpty().isEqualTo(lire(base, CLASSES, uais));
		assertThat(lu.liens()).isNotEmpty().isEqualTo(lire(base, LIENS, uais));
	}

	private static Set<String> lire(Function<String, List<String>> base, String sql, List<String> uais) {
		return new TreeSet<>(base.apply(sql.formatted("'" + String.join("', '", uais) + "'")));
	}

}
