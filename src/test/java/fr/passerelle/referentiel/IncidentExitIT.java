package fr.passerelle.referentiel;

import java.util.List;

import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.ProductLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of a failure of ours that quotes a person. */
class IncidentExitIT {

	private static final String PERSONNE = "DURAND Zoé 990000001AA";

	private static final ReferentielDEssai REFERENTIEL = new ReferentielDEssai();

	@AfterAll
	static void fermer() {
		REFERENTIEL.close();
	}

	@Test
	void nothingOfAPersonInAFailureReachesTheLogTheLedgerNorAQueue() {
		NumeroDepot numero = REFERENTIEL.deposer("SIECLE_ELEVES", "<BEE_ELEVES/>", null);

		try (ProductLog journal = ProductLog.ecouter()) {
			REFERENTIEL.bean(IncidentExit.class)
				.sortir(numero.toString(),
						new DuplicateKeyException("Key (ine)=(" + PERSONNE + ")", new IllegalStateException(PERSONNE)));

			assertThat(journal.texte())
				.contains("deposit " + numero + " failed on our side", "DuplicateKeyException",
						"Caused by: java.lang.IllegalStateException", "IncidentExitIT.java:")
				.doesNotContain(PERSONNE);
		}
		assertThat(REFERENTIEL.etat(numero)).isEqualTo(Etat.EN_ECHEC);
		assertThat(lignes("echange.outbox")).hasSize(2).noneMatch((ligne) -> ligne.contains("DURAND"));
		assertThat(lignes("echange.transition")).isNotEmpty().noneMatch((ligne) -> ligne.contains("DURAND"));
		assertThat(lignes("echange.compte_rendu")).hasSize(1).noneMatch((ligne) -> ligne.contains("DURAND"));
	}

	private static List<String> lignes(String table) {
		return REFERENTIEL.bean(JdbcClient.class).sql("SELECT t::text FROM " + table + " t").query(String.class).list();
	}

}
