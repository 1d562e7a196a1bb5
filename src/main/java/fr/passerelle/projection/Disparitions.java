package fr.passerelle.projection;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import fr.passerelle.journal.ProjectionsDues;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the schools projected again where somebody has been missing for as long as his
 * profile allows: it is the projection that makes him disappear, and tells consumers.
 */
@Component("disparitions")
public class Disparitions {

	private static final Set<String> ENTITES = Set.of("eleve", "enseignant", "responsable");

	private final NamedParameterJdbcTemplate jdbc;

	private final ProjectionsDues dues;

	private final Delais delais;

	private final Clock horloge;

	Disparitions(NamedParameterJdbcTemplate jdbc, ProjectionsDues dues, Delais delais, Clock horloge) {
		this.jdbc = jdbc;
		this.dues = dues;
		this.delais = delais;
		this.horloge = horloge;
	}

	/** Asks for what is due now. */
	@Transactional
	public void demander() {
		echeances().forEach((echeance) -> this.dues.redemander(echeance.uai(), echeance.anneeScolaire(), ENTITES));
	}

	List<Echeance> echeances() {
		return this.jdbc
			.query("""
					SELECT DISTINCT uai, annee_scolaire FROM ent.presence
					WHERE absent_depuis IS NOT NULL AND disparu_le IS NULL
					  AND absent_depuis <= CASE profil WHEN 'Eleve' THEN :limite_eleve WHEN 'Responsable' THEN :limite_responsable
					                                   WHEN 'Enseignant' THEN :limite_enseignant ELSE :limite_personnel END""",
					this.delais.limites(this.horloge.instant()),
					(ligne, rang) -> new Echeance(ligne.getString(1), ligne.getInt(2)));
	}

	/** A school and year where somebody's time is over. */
	record Echeance(String uai, int anneeScolaire) {
	}

}
