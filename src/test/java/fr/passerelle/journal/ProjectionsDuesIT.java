package fr.passerelle.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionsDuesIT {

	private final JournalDEssai journal = new JournalDEssai();

	@Test
	void severalDepositsOfASchoolAreDueOnce() {
		demander("eleve", "lien");
		NumeroDepot second = demander("lien", "groupe");

		assertThat(prendre()).contains(new ProjectionsDues.Due(second, Set.of("eleve", "lien", "groupe")));
		assertThat(prendre()).isEmpty();
	}

	@Test
	void whatAProjectionThatFailsTookIsStillDue() {
		NumeroDepot numero = demander("eleve");

		this.journal.transaction.executeWithoutResult((tx) -> {
			this.journal.projections.prendre(JournalDEssai.UAI, 2025);
			tx.setRollbackOnly();
		});

		assertThat(faites()).isEmpty();
		assertThat(prendre()).contains(new ProjectionsDues.Due(numero, Set.of("eleve")));
		assertThat(faites()).containsExactly(numero + " 2025-10-01T08:00");
	}

	@Test
	void whatTimeAloneChangesIsDueAsOfTheLastDepositProjected() {
		redemander();
		assertThat(prendre()).isEmpty();
		NumeroDepot premier = demander("eleve");
		prendre();

		redemander();
		redemander();

		assertThat(prendre()).contains(new ProjectionsDues.Due(premier, Set.of("enseignant")));
		NumeroDepot second = demander("lien");
		redemander();
		assertThat(prendre()).contains(new ProjectionsDues.Due(second, Set.of("enseignant", "lien")));
	}

	private void redemander() {
		this.journal.transaction.executeWithoutResult(
				(tx) -> this.journal.projections.redemander(JournalDEssai.UAI, 2025, Set.of("enseignant")));
	}

	@Test
	void aSchoolIsCalledForOnceItsDepositsAreDone() {
		NumeroDepot numero = demander("eleve");
		this.journal.projections.appeler();
		assertThat(appels()).isZero();

		finir(numero);
		this.journal.projections.appeler();
		this.journal.projections.appeler();

		assertThat(appels()).isEqualTo(1);
	}

	@Test
	void aSchoolWhoseFilesKeepComingIsCalledForAllTheSame() {
		demander("eleve");
		this.journal.horloge.avancer(ProjectionsDues.PATIENCE.plusSeconds(1));
		this.journal.projections.appeler();

		assertThat(appels()).isEqualTo(1);
	}

	@Test
	void aProjectionForgottenIsCalledForAgain() {
		finir(demander("eleve"));
		this.journal.projections.appeler();
		this.journal.horloge.avancer(Duration.ofMinutes(9));
		this.journal.projections.appeler();
		assertThat(appels()).isEqualTo(1);

		this.journal.horloge.avancer(Duration.ofMinutes(2));
		this.journal.projections.appeler();
		this.journal.projections.appeler();

		assertThat(appels()).isEqualTo(2);
	}

	private void finir(NumeroDepot numero) {
		this.journal.jdbc.sql("UPDATE echange.depot SET etat = 'traite' WHERE numero = ?")
			.param(numero.valeur())
			.update();
	}

	private NumeroDepot demander(String... entites) {
		NumeroDepot numero = this.journal.depose(JournalDEssai.UAI, null);
		this.journal.transaction.executeWithoutResult(
				(tx) -> this.journal.projections.demander(this.journal.depots.depot(numero), Set.of(entites)));
		return numero;
	}

	private Optional<ProjectionsDues.Due> prendre() {
		return this.journal.transaction.execute((tx) -> this.journal.projections.prendre(JournalDEssai.UAI, 2025));
	}

	private List<String> faites() {
		return this.journal.jdbc
			.sql("""
					SELECT numero || to_char(faite_le AT TIME ZONE 'UTC', ' YYYY-MM-DD"T"HH24:MI') FROM echange.projection_faite""")
			.query(String.class)
			.list();
	}

	private long appels() {
		return this.journal.jdbc.sql("SELECT count(*) FROM echange.outbox WHERE adresse = 'passerelle.projections'")
			.query(Long.class)
			.single();
	}

}
