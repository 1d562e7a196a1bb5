package fr.passerelle.lsu;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties bilans to what is true at this moment, or unties them (R57–R59): identity of the
 * élève, version of the school, label of the class, names of the teachers. Bilans that
 * are already so are left alone.
 */
@Repository
class Verrous {

	private static final String PREMIERE_VERSION = """
			WITH version AS (
			    INSERT INTO lsu.etablissement_version (etablissement_id, numero, valide_du, uai, annee_scolaire, numero_depot)
			    SELECT id, 1, :instant, uai, annee_scolaire, numero_depot FROM lsu.etablissement
			    WHERE uai = :uai AND version_courante_id IS NULL
			    RETURNING id, etablissement_id)
			UPDATE lsu.etablissement t SET version_courante_id = v.id FROM version v WHERE t.id = v.etablissement_id""";

	private static final List<String> FIGER = List.of(
			"""
					UPDATE lsu.bilan_acquis_enseignant x SET civilite_fige = n.civilite, nom_fige = n.nom, prenom_fige = n.prenom
					FROM lsu.enseignant n, lsu.bilan_periodique b
					WHERE x.bilan_id = ANY (:bilans) AND b.id = x.bilan_id AND b.etat = 'DEVERROUILLE' AND n.id = x.enseignant_id""",
			"""
					UPDATE lsu.bilan_prof_principal x SET civilite_fige = n.civilite, nom_fige = n.nom, prenom_fige = n.prenom
					FROM lsu.enseignant n, lsu.bilan_periodique b
					WHERE x.bilan_id = ANY (:bilans) AND b.id = x.bilan_id AND b.etat = 'DEVERROUILLE' AND n.id = x.enseignant_id""",
			"""
					UPDATE lsu.bilan_periodique b SET etat = 'VERROUILLE', date_verrou = :date, eleve_version_id = e.version_courante_id,
					    etablissement_version_id = t.version_courante_id, classe_libelle_fige = c.libelle
					FROM lsu.eleve e, lsu.classe c, lsu.etablissement t
					WHERE b.id = ANY (:bilans) AND b.etat = 'DEVERROUILLE' AND e.id = b.eleve_id AND c.id = b.classe_id
					  AND t.id = c.etablissement_id""",
			"""
					UPDATE lsu.bilan_cycle b SET etat = 'VERROUILLE', date_verrou = :date, eleve_version_id = e.version_courante_id,
					    etablissement_version_id = t.version_courante_id, classe_libelle_fige = coalesce(c.libelle, '')
					FROM lsu.eleve e LEFT JOIN lsu.classe c ON c.id = e.classe_id, lsu.etablissement t
					WHERE b.id = ANY (:bilans) AND b.etat = 'DEVERROUILLE' AND e.id = b.eleve_id AND t.id = e.etablissement_id""");

	private static final List<String> DEFIGER = List.of("""
			UPDATE lsu.bilan_periodique SET etat = 'DEVERROUILLE', date_verrou = NULL, eleve_version_id = NULL,
			    etablissement_version_id = NULL, classe_libelle_fige = NULL
			WHERE id = ANY (:bilans) AND etat = 'VERROUILLE'""", """
			UPDATE lsu.bilan_cycle SET etat = 'DEVERROUILLE', date_verrou = NULL, eleve_version_id = NULL,
			    etablissement_version_id = NULL, classe_libelle_fige = NULL
			WHERE id = ANY (:bilans) AND etat = 'VERROUILLE'""", """
			UPDATE lsu.bilan_acquis_enseignant SET civilite_fige = NULL, nom_fige = NULL, prenom_fige = NULL
			WHERE bilan_id = ANY (:bilans) AND nom_fige IS NOT NULL""", """
			UPDATE lsu.bilan_prof_principal SET civilite_fige = NULL, nom_fige = NULL, prenom_fige = NULL
			WHERE bilan_id = ANY (:bilans) AND nom_fige IS NOT NULL""");

	private final JdbcClient jdbc;

	private final Calendriers calendriers;

	private final Clock horloge;

	Verrous(JdbcClient jdbc, Calendriers calendriers, Clock horloge) {
		this.jdbc = jdbc;
		this.calendriers = calendriers;
		this.horloge = horloge;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void verrouiller(String uai, List<Long> bilans) {
		this.jdbc.sql(PREMIERE_VERSION)
			.param("instant", Timestamp.from(this.horloge.instant()))
			.param("uai", uai)
			.update();
		LocalDateTime heure = LocalDateTime.ofInstant(this.horloge.instant(),
				this.calendriers.territoire(new Uai(uai)).fuseau());
		FIGER.forEach((sql) -> this.jdbc.sql(sql)
			.param("bilans", bilans.toArray(new Long[0]))
			.param("date", heure.withNano(0))
			.update());
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void deverrouiller(List<Long> bilans) {
		DEFIGER.forEach((sql) -> this.jdbc.sql(sql).param("bilans", bilans.toArray(new Long[0])).update());
	}

}
