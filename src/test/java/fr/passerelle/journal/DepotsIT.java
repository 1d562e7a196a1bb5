package fr.passerelle.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The life of deposits on the real database. */
class DepotsIT {

	private final JournalDEssai journal = new JournalDEssai();

	@Test
	void aReceivedFileIsARowAndItsFirstTransition() {
		NumeroDepot numero = this.journal.receptions
			.recevoir(this.journal.reception("abc", Set.of("0009201B", "0009101T")));

		assertThat(this.journal.depots.depot(numero)).isEqualTo(new Depot(numero, "0009201B", null, "f.zip", 12, "abc",
				null, null, null, Etat.RECU, "http", "essai", null, Set.of("0009201B", "0009101T"),
				Instant.parse("2025-10-01T08:00:00Z"), null, null, false, false, List.of(), 0));
		assertThat(this.journal.transitions.de(numero))
			.containsExactly(new Transition(Etat.RECU, Instant.parse("2025-10-01T08:00:00Z"), "essai", null));
	}

	@Test
	void whoMayActForAllSchoolsAndWhoForNoneAreNotTheSame() {
		assertThat(this.journal.depots.depot(this.journal.recu("aa")).perimetre()).isNull();
		NumeroDepot personne = this.journal.receptions.recevoir(this.journal.reception("bb", Set.of()));
		assertThat(this.journal.depots.depot(personne).perimetre()).isEmpty();
	}

	@Test
	void everyPairOfStatesIsAllowedOrLeavesNoTrace() {
		for (Etat de : Etat.values()) {
			for (Etat vers : Etat.values()) {
				NumeroDepot numero = this.journal.recu("ee");
				this.journal.jdbc.sql("UPDATE echange.depot SET etat = ? WHERE numero = ?")
					.params(de.code(), numero.valeur())
					.update();
				if (de.suivants().contains(vers)) {
					this.journal.transitions.passer(numero, vers, "essai", "motif");
					assertThat(this.journal.etats(numero)).containsExactly(Etat.RECU, vers);
				}
				else {
					assertThatExceptionOfType(TransitionRefusee.class)
						.isThrownBy(() -> this.journal.transitions.passer(numero, vers, "essai", "motif"));
					assertThat(this.journal.depots.depot(numero).etat()).isEqualTo(de);
					assertThat(this.journal.etats(numero)).containsExactly(Etat.RECU);
				}
			}
		}
	}

	@Test
	void theStatesThatFollowEachStateAreThoseOfTheContract() {
		assertThat(Map.ofEntries(Map.entry(Etat.RECU, suite("REFUSE DOUBLON PERIME DEPOSE EN_ECHEC")),
				Map.entry(Etat.DEPOSE, suite("EN_TRAITEMENT PERIME ANNULE EN_ECHEC")),
				Map.entry(Etat.EN_TRAITEMENT,
						suite("EN_ATTENTE RETENU TRAITE TRAITE_AVEC_ANOMALIES REJETE PERIME EN_ECHEC DEPOSE")),
				Map.entry(Etat.EN_ATTENTE, suite("DEPOSE REJETE ANNULE PERIME")),
				Map.entry(Etat.RETENU, suite("DEPOSE ANNULE PERIME")), Map.entry(Etat.PERIME, suite("DEPOSE")),
				Map.entry(Etat.EN_ECHEC, suite("DEPOSE")), Map.entry(Etat.DOUBLON, suite("DEPOSE")),
				Map.entry(Etat.TRAITE_AVEC_ANOMALIES, suite("DEPOSE")), Map.entry(Etat.REFUSE, Set.of()),
				Map.entry(Etat.TRAITE, suite("DEPOSE")), Map.entry(Etat.REJETE, Set.of()),
				Map.entry(Etat.ANNULE, Set.of())))
			.allSatisfy((etat, suivants) -> assertThat(etat.suivants()).isEqualTo(suivants))
			.hasSize(Etat.values().length);
		assertThat(EnumSet.allOf(Etat.class)).filteredOn((etat) -> !etat.estFinal())
			.containsExactly(Etat.RECU, Etat.DEPOSE, Etat.EN_ATTENTE, Etat.RETENU, Etat.EN_TRAITEMENT);
	}

	@Test
	void sameBytesAreARepetitionOfTheFirstThatStands() {
		NumeroDepot premier = this.journal.recu("octets");
		NumeroDepot second = this.journal.recu("octets");

		assertThat(premierDe("octets", second)).contains(premier);
		assertThat(premierDe("octets", premier)).isEmpty();
		this.journal.transitions.passer(premier, Etat.REFUSE, "essai", null);
		assertThat(premierDe("octets", second)).isEmpty();
	}

	@Test
	void ofTwoDepositsOfTheSameBytesJudgedAtOnceOneIsKept() throws Exception {
		NumeroDepot premier = this.journal.recu("octets");
		NumeroDepot second = this.journal.recu("octets");
		CyclicBarrier depart = new CyclicBarrier(2);

		ensemble(() -> juger(premier, depart), () -> juger(second, depart));

		assertThat(List.of(this.journal.depots.depot(premier).etat(), this.journal.depots.depot(second).etat()))
			.containsExactly(Etat.DEPOSE, Etat.DOUBLON);
	}

	@Test
	void aPersonConfirmsCancelsReplaysAndForcesOnlyWhatCanBe() {
		NumeroDepot retenu = this.journal.en(Etat.DEPOSE, Etat.EN_TRAITEMENT, Etat.RETENU);
		NumeroDepot perime = this.journal.en(Etat.PERIME);
		NumeroDepot echec = this.journal.en(Etat.DEPOSE, Etat.EN_ECHEC);
		NumeroDepot traite = this.journal.en(Etat.DEPOSE, Etat.EN_TRAITEMENT, Etat.TRAITE);

		this.journal.transaction.executeWithoutResult((tx) -> {
			this.journal.decisions.confirmer(retenu, "mme Essai", "vu");
			this.journal.decisions.forcer(perime, "mme Essai", "vu");
			this.journal.decisions.rejouer(echec, "mme Essai", "vu");
		});

		assertThat(this.journal.depots.depot(retenu)).extracting(Depot::etat, Depot::confirme, Depot::force)
			.containsExactly(Etat.DEPOSE, true, false);
		assertThat(this.journal.depots.depot(perime)).extracting(Depot::etat, Depot::confirme, Depot::force)
			.containsExactly(Etat.DEPOSE, false, true);
		assertThat(this.journal.depots.depot(echec).etat()).isEqualTo(Etat.DEPOSE);
		assertThatExceptionOfType(TransitionRefusee.class)
			.isThrownBy(() -> this.journal.decisions.confirmer(retenu, "m. Essai", "aussi"));
		assertThatExceptionOfType(TransitionRefusee.class)
			.isThrownBy(() -> this.journal.decisions.annuler(traite, "m. Essai", "trop tard"));
		assertThat(this.journal.jdbc.sql("SELECT numero FROM echange.outbox ORDER BY id").query(Long.class).list())
			.containsExactly(retenu.valeur(), perime.valeur(), echec.valeur());
	}

	@Test
	void aLeaseTakenOverFencesTheOldHolder() {
		NumeroDepot numero = this.journal.depose(JournalDEssai.UAI, null);
		Baux lent = this.journal.baux("lent");
		Baux autre = this.journal.baux("autre");

		long premier = lent.prendre(numero).orElseThrow();
		assertThat(autre.prendre(numero)).isEmpty();
		this.journal.horloge.avancer(Baux.DUREE.plusSeconds(1));
		long second = autre.prendre(numero).orElseThrow();

		assertThat(second).isGreaterThan(premier);
		assertThatExceptionOfType(Baux.BailPerdu.class).isThrownBy(() -> lent.confirmer(numero, premier));
		autre.confirmer(numero, second);
	}

	@Test
	void aLeaseThatIsProlongedIsNotTakenOver() {
		NumeroDepot numero = this.journal.depose(JournalDEssai.UAI, null);
		Baux lent = this.journal.baux("lent");

		long jeton = lent.prendre(numero).orElseThrow();
		this.journal.horloge.avancer(Duration.ofSeconds(50));
		lent.prolonger();
		this.journal.horloge.avancer(Duration.ofSeconds(50));

		assertThat(this.journal.baux("autre").prendre(numero)).isEmpty();
		lent.confirmer(numero, jeton);
	}

	@Test
	void aHolderWhoseDepositWasGivenBackMeanwhileIsFenced() {
		NumeroDepot numero = this.journal.depose(JournalDEssai.UAI, null);
		Baux lent = this.journal.baux("lent");
		long jeton = lent.prendre(numero).orElseThrow();

		this.journal.horloge.avancer(Baux.DUREE.plusSeconds(1));
		this.journal.transaction.executeWithoutResult((tx) -> this.journal.veille().reprendre());

		assertThat(this.journal.depots.depot(numero).etat()).isEqualTo(Etat.DEPOSE);
		assertThatExceptionOfType(Baux.BailPerdu.class).isThrownBy(() -> lent.confirmer(numero, jeton));
	}

	@Test
	void aDepositThatStopsTheHubEachTimeIsOursToLookAt() {
		NumeroDepot numero = this.journal.depose(JournalDEssai.UAI, null);
		Baux baux = this.journal.baux("seul");

		for (int i = 0; i < Baux.MAX_TENTATIVES; i++) {
			assertThat(baux.prendre(numero)).isPresent();
			this.journal.transitions.passer(numero, Etat.DEPOSE, "essai", "Reprise après interruption");
		}

		assertThat(baux.prendre(numero)).isEmpty();
		assertThat(this.journal.depots.depot(numero).etat()).isEqualTo(Etat.EN_ECHEC);
	}

	@Test
	void ofTwoNodesOneTakesAFileAndOneOfTheSameNameMayFollow() {
		Prises a = this.journal.prises("a");
		Prises b = this.journal.prises("b");

		assertThat(a.prendre("x/f.zip", "id1")).isTrue();
		assertThat(b.prendre("x/f.zip", "id1")).isFalse();
		NumeroDepot numero = a.recevoir("x/f.zip", this.journal.reception("ee", null));

		assertThat(b.prendre("x/f.zip", "id1")).isTrue();
		assertThat(b.depot("x/f.zip")).contains(numero);
		assertThat(b.prendre("x/f.zip", "id2")).isTrue();
		assertThat(b.depot("x/f.zip")).isEmpty();
	}

	@Test
	void aFileTakenOverByAnotherNodeIsNotEnteredByTheFirst() {
		Prises lente = this.journal.prises("lente");
		lente.prendre("x/f.zip", "id1");
		this.journal.horloge.avancer(Duration.ofMinutes(11));
		assertThat(this.journal.prises("autre").prendre("x/f.zip", "id1")).isTrue();

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.journal.transaction
			.executeWithoutResult((tx) -> lente.recevoir("x/f.zip", this.journal.reception("ee", null))));
		assertThat(this.journal.jdbc.sql("SELECT count(*) FROM echange.depot").query(Long.class).single()).isZero();
	}

	@Test
	void depositsThatStoppedOnTheirWayAreFoundAgain() {
		NumeroDepot sansVerdict = this.journal.recu("ee");
		NumeroDepot attente = this.journal.en(Etat.DEPOSE, Etat.EN_TRAITEMENT, Etat.EN_ATTENTE);
		NumeroDepot perdu = this.journal.depose(JournalDEssai.UAI, null);
		this.journal.jdbc.sql("UPDATE echange.outbox SET publie_le = '2025-10-01T08:00:00Z'").update();
		this.journal.horloge.avancer(Duration.ofMinutes(11));
		Veille veille = this.journal.veille();

		this.journal.transaction.executeWithoutResult((tx) -> veille.reprendre());

		assertThat(veille.sansVerdict()).containsExactly(sansVerdict.toString());
		assertThat(veille.attentesExpirees()).isEmpty();
		assertThat(this.journal.jdbc.sql("SELECT numero FROM echange.outbox WHERE publie_le IS NULL")
			.query(Long.class)
			.list()).containsExactly(perdu.valeur());
		this.journal.horloge.avancer(Duration.ofDays(15));
		assertThat(veille.attentesExpirees()).containsExactly(attente);
	}

	@Test
	void aDepositBeingOpenedIsLeftToWhoOpensIt() {
		NumeroDepot numero = this.journal.recu("ee");
		Baux autre = this.journal.baux("autre");
		assertThat(this.journal.premier.ouvrir(numero)).isTrue();
		this.journal.horloge.avancer(Duration.ofMinutes(11));
		this.journal.premier.prolonger();

		assertThat(this.journal.premier.ouvrir(numero)).isFalse();
		assertThat(autre.ouvrir(numero)).isFalse();
		assertThat(this.journal.veille().sansVerdict()).isEmpty();
		assertThat(ouvert(this.journal.premier, numero)).isTrue();
	}

	@Test
	void whoOpensADepositTooSlowlyWritesNoVerdict() {
		NumeroDepot numero = this.journal.recu("ee");
		Baux lent = this.journal.baux("lent");
		assertThat(lent.ouvrir(numero)).isTrue();
		this.journal.horloge.avancer(Duration.ofMinutes(11));

		assertThat(this.journal.veille().sansVerdict()).containsExactly(numero.toString());
		assertThat(this.journal.premier.ouvrir(numero)).isTrue();
		assertThat(ouvert(lent, numero)).isFalse();
		this.journal.transitions.passer(numero, Etat.DEPOSE, "essai", null);
		assertThat(ouvert(this.journal.premier, numero)).isFalse();
		assertThat(this.journal.baux("autre").ouvrir(numero)).isFalse();
	}

	private boolean ouvert(Baux baux, NumeroDepot numero) {
		return this.journal.transaction.execute((tx) -> baux.estOuvert(numero));
	}

	private java.util.Optional<NumeroDepot> premierDe(String empreinte, NumeroDepot sauf) {
		return this.journal.transaction
			.execute((tx) -> this.journal.memesOctets.premier(JournalDEssai.UAI, empreinte, sauf));
	}

	private Void juger(NumeroDepot numero, CyclicBarrier depart) throws Exception {
		depart.await();
		this.journal.transaction.executeWithoutResult((tx) -> {
			boolean repete = this.journal.memesOctets.premier(JournalDEssai.UAI, "octets", numero).isPresent();
			this.journal.transitions.passer(numero, repete ? Etat.DOUBLON : Etat.DEPOSE, "essai", null);
		});
		return null;
	}

	private static void ensemble(Callable<Void> un, Callable<Void> deux) throws Exception {
		ExecutorService deuxFils = Executors.newFixedThreadPool(2);
		try {
			for (Future<Void> fin : deuxFils.invokeAll(List.of(un, deux))) {
				fin.get();
			}
		}
		finally {
			deuxFils.shutdownNow();
		}
	}

	private static Set<Etat> suite(String noms) {
		return java.util.Arrays.stream(noms.split(" "))
			.map(Etat::valueOf)
			.collect(java.util.stream.Collectors.toCollection(() -> EnumSet.noneOf(Etat.class)));
	}

}
