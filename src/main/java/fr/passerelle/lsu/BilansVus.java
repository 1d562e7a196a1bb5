package fr.passerelle.lsu;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonRawValue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The bilans of a school as they are shown. */
@Service
public class BilansVus {

	private final JdbcClient jdbc;

	BilansVus(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A bilan as it is shown: the identity it was locked with, or that of today. */
	public record Bilan(long id, String type, String eleve, String nom, String prenoms, LocalDate dateNaissance,
			String division, Integer periode, Integer cycle, String etat, String mode, LocalDateTime dateVerrou,
			String etablissement, String responsable, List<String> dispositifs, List<String> professeursPrincipaux,
			@JsonRawValue String acquis) {
	}

	/** The bilans of a school, of one class or one élève if they are named. */
	public List<Bilan> bilans(String uai, String division, String eleve) {
		return this.jdbc
			.sql("""
					SELECT b.id, 'periodique', coalesce(b.id_be, b.eleve_id), b.nom, b.prenoms, b.date_naissance, b.libelle_division, b.indice,
					       NULL::int, b.etat, b.mode, b.date_verrou, b.denomination, b.responsable_etablissement, b.dispositifs,
					       b.noms_professeurs_principaux,
					       (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('discipline', a.code_matiere, 'modalite', a.modalite, 'domaine', a.code_domaine,
					           'moyenneEleve', a.moyenne_eleve, 'positionnement', a.positionnement, 'appreciation', a.appreciation,
					           'enseignants', to_jsonb(a.noms_enseignants))) ORDER BY a.code_matiere, a.code_domaine), '[]')
					        FROM lsu.v_bilan_acquis a WHERE a.bilan_id = b.id)::text
					FROM lsu.v_bilan_periodique b
					WHERE b.uai = :uai AND (:division::text IS NULL OR :division IN (b.code_division, b.libelle_division))
					  AND (:eleve::text IS NULL OR :eleve IN (b.id_be, b.eleve_id))
					UNION ALL
					SELECT b.id, 'cycle', coalesce(b.id_be, b.eleve_id), b.nom, b.prenoms, b.date_naissance, b.libelle_division, NULL, b.cycle, b.etat,
					       b.mode, b.date_verrou, b.denomination, NULL, '{}', '{}', '[]'
					FROM lsu.v_bilan_cycle b
					WHERE b.uai = :uai AND (:division::text IS NULL OR :division = b.libelle_division)
					  AND (:eleve::text IS NULL OR :eleve IN (b.id_be, b.eleve_id))
					ORDER BY 3, 2 DESC, 8, 9""")
			.param("uai", uai)
			.param("division", division)
			.param("eleve", eleve)
			.query((ligne, rang) -> new Bilan(ligne.getLong(1), ligne.getString(2), ligne.getString(3),
					ligne.getString(4), ligne.getString(5), ligne.getObject(6, LocalDate.class), ligne.getString(7),
					(Integer) ligne.getObject(8), (Integer) ligne.getObject(9), ligne.getString(10),
					ligne.getString(11), ligne.getObject(12, LocalDateTime.class), ligne.getString(13),
					ligne.getString(14), textes(ligne.getArray(15)), textes(ligne.getArray(16)), ligne.getString(17)))
			.list();
	}

	private static List<String> textes(Array tableau) throws SQLException {
		return List.of((String[]) tableau.getArray());
	}

}
