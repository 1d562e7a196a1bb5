package fr.passerelle.controle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;

import fr.passerelle.controle.EtablissementsReglages.Ouverture;
import fr.passerelle.journal.FluxAppliques;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class ContexteReaderIT {

	private static final Uai A = Uai.deNumero("0759901");

	private final JdbcClient jdbc = JdbcClient.create(MaisonDeTest.baseMigree());

	private final FluxAppliques appliques = new FluxAppliques(this.jdbc);

	private final ContexteReader lecteur = new ContexteReader(this.jdbc, this.appliques,
			new EtablissementsReglages(Ouverture.LIBRE, Set.of("0769901Z")));

	@Test
	void theYearsOfASchoolAreThoseOfItsLatestFiles() {
		depot(1, "traite", "2018-11-09T17:34:02");
		voir("STS", 2018);
		voir("SIECLE", 2017);

		assertThat(this.lecteur.anneesVues(A)).isEqualTo(Map.of("STS", 2018, "SIECLE", 2017));
		assertThat(this.lecteur.anneesVues(Uai.deNumero("0769901"))).isEmpty();
	}

	@Test
	void onlyAppliedFilesMakeOthersOutOfDate() {
		depot(2, "traite", "2018-11-09T17:34:02");
		depot(3, "traite_avec_anomalies", "2018-11-10T08:00:00");
		depot(4, "rejete", "2018-11-12T08:00:00");

		assertThat(this.lecteur.dernierHorodatage(A, 2018, "SIECLE_ELEVES"))
			.contains(LocalDateTime.of(2018, 11, 10, 8, 0));
		assertThat(this.lecteur.dernierHorodatage(A, 2017, "SIECLE_ELEVES")).isEmpty();
		assertThat(this.lecteur.dernierHorodatage(A, 2018, "ELEGROUPE")).isEmpty();
	}

	@Test
	void theListOfSchoolsCountsOnlyWhenTheHubIsOfAList() {
		Instant instant = Instant.parse("2018-11-12T08:00:00Z");
		ContexteReader liste = new ContexteReader(this.jdbc, this.appliques,
				new EtablissementsReglages(Ouverture.LISTE, Set.of("0769901Z")));

		assertThat(this.lecteur.lire(A.code(), null, instant))
			.isEqualTo(new Contexte(A.code(), null, null, instant, this.lecteur));
		assertThat(liste.lire(null, Set.of(A.code()), instant))
			.isEqualTo(new Contexte(null, Set.of(A.code()), Set.of("0769901Z"), instant, liste));
	}

	private void depot(long rang, String etat, String horodatage) {
		this.jdbc
			.sql("""
					INSERT INTO echange.depot (numero, uai, flux, fichier, taille, empreinte, annee_scolaire, horodatage, etat, canal, deposant, depose_le)
					VALUES (?, ?, 'SIECLE_ELEVES', 'f.zip', 1, 'e', 2018, ?::timestamp, ?, 'dossier', 'essai', now())""")
			.params(NumeroDepot.deRang(rang).valeur(), A.code(), horodatage, etat)
			.update();
	}

	private void voir(String systeme, int annee) {
		this.jdbc
			.sql("""
					INSERT INTO echange.millesime_vu (uai, systeme, millesime, annee_scolaire, numero, vu_le) VALUES (?, ?, '2018', ?, ?, now())""")
			.params(A.code(), systeme, annee, NumeroDepot.deRang(1).valeur())
			.update();
	}

}
