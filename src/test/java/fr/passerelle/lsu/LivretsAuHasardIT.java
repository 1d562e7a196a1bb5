package fr.passerelle.lsu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes in the source, bilans created, locked, unlocked and synchronised in any order:
 * the invariants hold after each step, and what a locked bilan shows never moves.
 */
class LivretsAuHasardIT extends LivretDEssai {

	private static final int PAS = 25;

	private static final List<String> DIVISIONS = List.of("6EME A", "6EME B", "3EME C");

	private static final List<String> COLLEGIENS = List.of("700101", "700102", "700103", "700104");

	private static final List<String> ECOLIERS = List.of("1000000001", "1000000002", "1000000005");

	/** Élèves without exactly one current identity, the one their row names (I2). */
	private static final String IDENTITES = """
			SELECT e.id::text FROM lsu.eleve e
			WHERE (SELECT array_agg(v.id) FROM lsu.eleve_version v WHERE v.eleve_id = e.id AND v.statut = 'COURANTE')
			      IS DISTINCT FROM ARRAY[e.version_courante_id]""";

	/** Unlocked bilans that show anything but the identity of today (I5). */
	private static final String OUVERTS = """
			SELECT b.id::text FROM lsu.v_bilan_periodique b JOIN lsu.v_eleve e ON e.eleve_id = b.eleve_id AND e.uai = b.uai
			WHERE b.etat = 'DEVERROUILLE' AND (b.nom, b.prenoms, b.sexe, b.date_naissance) IS DISTINCT FROM (e.nom, e.prenoms, e.sexe, e.date_naissance)
			UNION ALL
			SELECT b.id::text FROM lsu.v_bilan_cycle b JOIN lsu.v_eleve e ON e.eleve_id = b.eleve_id AND e.uai = b.uai
			WHERE b.etat = 'DEVERROUILLE' AND (b.nom, b.prenoms) IS DISTINCT FROM (e.nom, e.prenoms)""";

	private static final String VERROUILLES = """
			SELECT b.id, to_jsonb(b)::text || (SELECT coalesce(jsonb_agg(to_jsonb(a) ORDER BY a.code_matiere, a.code_domaine)::text, '')
			                                   FROM lsu.v_bilan_acquis a WHERE a.bilan_id = b.id) AS rendu
			FROM lsu.v_bilan_periodique b WHERE etat = 'VERROUILLE'
			UNION ALL SELECT b.id, to_jsonb(b)::text FROM lsu.v_bilan_cycle b WHERE etat = 'VERROUILLE'""";

	private final Map<Long, String> bilans = new TreeMap<>();

	private Map<Long, String> verrouilles = new TreeMap<>();

	private List<String> archives = List.of();

	private Random hasard;

	private List<String> histoire;

	@ParameterizedTest(name = "graine {0}")
	@ValueSource(longs = 1)
	void whateverHappensTheInvariantsHold(long graine) {
		vivre(graine);
	}

	@Tag("nocturne")
	@RepeatedTest(40)
	void whateverHappensTheInvariantsHoldWithOtherSeeds() {
		vivre(System.nanoTime());
	}

	private void vivre(long graine) {
		this.hasard = new Random(graine);
		this.histoire = new ArrayList<>(List.of("graine " + graine));
		this.bilans.clear();
		this.verrouilles = new TreeMap<>();
		this.archives = List.of();
		ecole();
		college();
		for (int pas = 0; pas < PAS; pas++) {
			List<Long> touches = agir();
			verifier(touches);
		}
		toutSynchroniser();
	}

	/** One thing at random; the locked bilans that it may change. */
	private List<Long> agir() {
		switch (this.hasard.nextInt(10)) {
			case 0, 1 -> changerUnEleve();
			case 2 -> changerLesAdultes();
			case 3 -> changerLEcole();
			case 4 -> creer();
			case 5 -> verrouillerAuHasard();
			case 6 -> {
				return deverrouillerAuHasard();
			}
			case 7 -> {
				return reverrouillerAuHasard();
			}
			default -> synchroniserAuHasard();
		}
		return List.of();
	}

	private <T> T un(List<T> liste) {
		return liste.get(this.hasard.nextInt(liste.size()));
	}

	private void noter(String quoi) {
		this.histoire.add(quoi);
	}

	private void changerUnEleve() {
		String eleve = un(this.hasard.nextBoolean() ? COLLEGIENS : ECOLIERS);
		String quoi = un(List.of("nom_de_famille = 'Nom%d'", "prenom = 'Prénom%d'", "prenom2 = 'Second%d'",
				"sexe = 'M'", "date_naissance = date '2015-01-01' + %d", "ine = 'INE%08d'", "disparu_le = now()",
				"disparu_le = NULL"));
		noter(eleve + " " + quoi);
		changeEleve(eleve, quoi.formatted(this.hasard.nextInt(1000)));
	}

	private void changerLesAdultes() {
		noter("adultes");
		String[] remplacant = un(List.of("epp 51001", "local 52001", "epp 51002", "epp 51004")).split(" ");
		change(un(List.of("UPDATE referentiel.enseignant SET nom_usage = 'Adulte%3$d' WHERE enseignant_id = '%2$s'",
				"UPDATE referentiel.service SET enseignant_type = '%1$s', enseignant_id = '%2$s' WHERE code_matiere = '020700'",
				"UPDATE referentiel.service SET enseignant_type = '%1$s', enseignant_id = '%2$s' WHERE code_structure = '6ANGG1'",
				"UPDATE referentiel.professeur_principal SET enseignant_type = '%1$s', enseignant_id = '%2$s' WHERE code_division = '6EME B'",
				"UPDATE referentiel.enseignant SET disparu_le = CASE WHEN disparu_le IS NULL THEN now() END WHERE enseignant_id = '%2$s'"))
			.formatted(remplacant[0], remplacant[1], this.hasard.nextInt(1000)));
	}

	private void changerLEcole() {
		noter("école");
		change(un(List.of("UPDATE referentiel.etablissement SET responsable = 'Directrice%d' WHERE uai = '0009101T'",
				"UPDATE referentiel.division SET libelle = 'CE2-1' || repeat(' bis', %d %% 2) WHERE code_division = '90011'",
				"""
						INSERT INTO referentiel.eleve_dispositif (uai, annee_scolaire, eleve_id, texte, codes, vu_le, numero_depot)
						VALUES ('0009101T', 2025, '1000000001', (ARRAY['PAP du 01/09/2025', 'PPS du 01/02/2026', 'PAI'])[1 + %d %% 3], '{}', now(), 18)
						ON CONFLICT (uai, annee_scolaire, eleve_id) DO UPDATE SET texte = excluded.texte"""))
			.formatted(this.hasard.nextInt(1000)));
	}

	private void creer() {
		boolean college = this.hasard.nextBoolean();
		String eleve = un(college ? COLLEGIENS : ECOLIERS);
		int periode = 1 + this.hasard.nextInt(2);
		noter("bilan " + periode + " de " + eleve);
		String acquis = (college && !eleve.equals("700104")) ? """
				[{"discipline":"%s"}]""".formatted(eleve.equals("700103") ? "061300" : un(List.of("020700", "030201")))
				: "[]";
		String deja = "SELECT id::text FROM lsu.v_bilan_periodique WHERE eleve_id = '%s' AND indice = %d"
			.formatted(eleve, periode);
		if (sql(deja).isEmpty()) {
			String uai = college ? COLLEGE : ECOLE;
			this.bilans.put(bilan(uai, eleve, periode, acquis), uai);
		}
		else if (sql("SELECT id::text FROM lsu.v_bilan_cycle WHERE eleve_id = '" + eleve + "'").isEmpty()) {
			String uai = college ? COLLEGE : ECOLE;
			this.bilans.put(bilanDeCycle(uai, eleve, 3), uai);
		}
	}

	private List<Long> choisir(String uai) {
		return this.bilans.entrySet()
			.stream()
			.filter((bilan) -> bilan.getValue().equals(uai) && this.hasard.nextBoolean())
			.map(Map.Entry::getKey)
			.toList();
	}

	private static long[] numeros(List<Long> bilans) {
		return bilans.stream().flatMapToLong(LongStream::of).toArray();
	}

	private void verrouillerAuHasard() {
		String uai = un(List.of(ECOLE, COLLEGE));
		List<Long> choisis = choisir(uai);
		noter("verrouiller " + choisis);
		if (!choisis.isEmpty()) {
			verrouiller(uai, numeros(choisis));
		}
	}

	private List<Long> deverrouillerAuHasard() {
		String uai = un(List.of(ECOLE, COLLEGE));
		List<Long> choisis = choisir(uai);
		noter("déverrouiller " + choisis);
		if (!choisis.isEmpty()) {
			deverrouiller(uai, numeros(choisis));
		}
		return choisis;
	}

	private List<Long> reverrouillerAuHasard() {
		String uai = un(List.of(ECOLE, COLLEGE));
		List<Long> choisis = choisir(uai).stream()
			.filter(this.verrouilles::containsKey)
			.filter((bilan) -> !sql("SELECT id::text FROM lsu.v_bilan_periodique WHERE id = " + bilan).isEmpty())
			.toList();
		noter("reverrouiller " + choisis);
		this.step.executer(Long.toString(lancer(uai, "{\"toutes\":true,\"reverrouiller\":" + choisis + "}")));
		return choisis;
	}

	private void synchroniserAuHasard() {
		String uai = un(List.of(ECOLE, COLLEGE));
		List<String> toutes = sql("SELECT code_division FROM lsu.v_division WHERE uai = '" + uai + "' ORDER BY 1");
		String classe = un(toutes);
		noter("synchroniser " + classe);
		synchroniser(uai, classe);
		if (this.hasard.nextInt(3) == 0) {
			List<String> avant = traces();
			synchroniser(uai, classe);
			assertThat(traces()).as("%s", this.histoire).isEqualTo(avant);
		}
	}

	private void verifier(List<Long> touches) {
		assertThat(sql(IDENTITES)).as("%s", this.histoire).isEmpty();
		assertThat(sql(OUVERTS)).as("%s", this.histoire).isEmpty();
		assertThat(sql("SELECT uai FROM lsu.v_etablissement ORDER BY 1")).containsExactly(ECOLE, COLLEGE);
		assertThat(sql("SELECT id::text FROM lsu.v_synchronisation WHERE etat IN ('EN_COURS', 'ECHEC')"))
			.as("%s", this.histoire)
			.isEmpty();
		List<String> apres = sql("SELECT to_jsonb(v)::text FROM lsu.v_eleve_archive v ORDER BY v.id");
		assertThat(apres).as("%s", this.histoire).containsAll(this.archives);
		this.archives = apres;
		Map<Long, String> montres = new TreeMap<>();
		this.jdbc.query(VERROUILLES, (ligne) -> {
			montres.put(ligne.getLong("id"), ligne.getString("rendu"));
		});
		this.verrouilles.keySet().removeAll(touches);
		assertThat(montres).as("%s", this.histoire).containsAllEntriesOf(this.verrouilles);
		this.verrouilles = montres;
	}

	/** In the end everybody who is found is as his base says. */
	private void toutSynchroniser() {
		synchroniser(COLLEGE, DIVISIONS.toArray(new String[0]));
		this.step.executer(Long.toString(lancer(ECOLE, "{\"toutes\":true}")));
		verifier(List.of());
		assertThat(
				sql("""
						SELECT e.eleve_id FROM lsu.v_eleve e JOIN lsu.source_eleve s USING (uai, annee_scolaire, eleve_id)
						WHERE (e.nom, e.prenoms, e.date_naissance, e.sexe, e.ine) IS DISTINCT FROM (s.nom, s.prenoms, s.date_naissance, s.sexe, s.ine)"""))
			.as("%s", this.histoire)
			.isEmpty();
	}

}
