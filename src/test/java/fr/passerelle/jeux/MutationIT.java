package fr.passerelle.jeux;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Etat;
import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Whatever is done to a file of any source, the answer is a verdict, soon; the
 * référentiel is as it was, or holds all that the report says; and the next good file is
 * taken. Each input has its own seed, told by the failure:
 * {@code -Dpasserelle.graine=… -Dpasserelle.essais=1} runs that one alone.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MutationIT {

	private static final long GRAINE = Long.getLong("passerelle.graine", 20251117L);

	private static final int ESSAIS = Integer.getInteger("passerelle.essais", 250);

	private static final int ESSAIS_DE_NUIT = 9_750;

	/** Inputs for one pair of schools: what mutations leave there must not pile up. */
	private static final int PAR_ECOLE = 130;

	/** After so many inputs a good file is dropped, of the flow just mutated. */
	private static final int ENTRE_BONS = 5;

	/** One input takes some tens of milliseconds; more is a hang. */
	private static final Duration TROP_LONG = Duration.ofSeconds(15);

	private static final Set<Etat> ISSUES = Set.of(Etat.REFUSE, Etat.DOUBLON, Etat.PERIME, Etat.RETENU, Etat.EN_ATTENTE,
			Etat.TRAITE, Etat.TRAITE_AVEC_ANOMALIES, Etat.REJETE);

	/** Mutations too gentle, or too rough, would prove little. */
	private static final String[] TOUTES = { "refuse", "rejete", "retenu", "traite", "traite_avec_anomalies" };

	private static final Mappings MAPPINGS = new Mappings(Path.of("mappings"));

	@TempDir
	private static Path dossier;

	/** What was last seen of each school. */
	private final Map<String, Set<String>> lignes = new HashMap<>();

	private Banc banc;

	@BeforeAll
	void ouvrir() {
		this.banc = new Banc();
	}

	@AfterAll
	void fermer() {
		this.banc.close();
	}

	@Test
	void aMutatedFileIsAnsweredAndNeverHalfWritten() throws IOException {
		assertThat(muter(ESSAIS, GRAINE, 0)).containsKeys(TOUTES);
	}

	@Tag("nocturne")
	@Test
	void thousandsOfMutatedFilesAreAnsweredAndNeverHalfWritten() throws IOException {
		assertThat(muter(ESSAIS_DE_NUIT, GRAINE + 1_000_000, 300)).containsKeys(TOUTES);
	}

	/** Drops so many mutated files; how many ended in each state. */
	private Map<String, Integer> muter(int essais, long graine, int rang) throws IOException {
		Map<String, Integer> issues = new TreeMap<>();
		List<Bon> bons = List.of();
		for (int essai = 0; essai < essais; essai++) {
			if (essai % PAR_ECOLE == 0) {
				bons = ecoles(rang + 2 * (essai / PAR_ECOLE));
			}
			Bon bon = bons.get(essai % bons.size());
			Depot depot = essayer(bon, graine + essai);
			issues.merge(depot.etat().code(), 1, Integer::sum);
			if (essai % ENTRE_BONS == 0) {
				redeposer(bon, graine + essai);
			}
		}
		return issues;
	}

	/** A collège and an école, with every file applied once. */
	private List<Bon> ecoles(int rang) throws IOException {
		Path ici = dossier.resolve("academie-" + rang);
		List<EtablissementAttendu> ecoles = new Academie(
				Reglages.de(2, 40, rang, Banc.HORLOGE).depuisRang(rang).avecPremierDegre(50))
			.ecrire(ici)
			.etablissements();
		List<Bon> bons = new java.util.ArrayList<>();
		for (EtablissementAttendu ecole : ecoles) {
			for (FichierAttendu fichier : ecole.fichiers()) {
				Path chemin = ici.resolve(ecole.uai()).resolve(fichier.fichier());
				assertThat(this.banc.deposer(ecole.uai(), chemin).etat()).isEqualTo(Etat.TRAITE);
				bons.add(new Bon(ecole.uai(), fichier.fichier(), fichier.flux(), Files.readAllBytes(chemin)));
			}
		}
		return bons;
	}

	private Depot essayer(Bon bon, long graine) {
		String quoi = "%s, -Dpasserelle.graine=%d".formatted(bon.nom(), graine);
		Mutation mutation = new Mutation(graine);
		byte[] octets = mutation.of(bon.octets());
		String nom = (graine % 7 == 0) ? mutation.name(bon.nom()) : bon.nom();
		Set<String> avant = this.lignes.computeIfAbsent(bon.uai(), this::lignes);

		Depot depot = assertTimeoutPreemptively(TROP_LONG, () -> deposer(bon.uai(), nom, octets, graine % 4 == 0),
				quoi);

		assertThat(ISSUES).as(quoi).contains(depot.etat());
		Set<String> apres = lignes(bon.uai());
		if (depot.etat().code().startsWith("traite")) {
			assertThat(ecrits(depot, avant, apres)).as(quoi).isEqualTo(annonces(depot));
		}
		else {
			assertThat(apres).as(quoi).isEqualTo(avant);
		}
		this.lignes.put(bon.uai(), apres);
		return depot;
	}

	private Depot deposer(String uai, String nom, byte[] octets, boolean confirme) {
		return this.banc.deposer(uai, nom, new ByteArrayInputStream(octets), confirme);
	}

	/**
	 * The file as it was, in other bytes. It is older than one applied only if a mutation
	 * made one younger.
	 */
	private void redeposer(Bon bon, long graine) {
		Depot depot = deposer(bon.uai(), bon.nom(), bon.autrement(graine), true);
		this.lignes.remove(bon.uai());

		boolean depasse = depot.etat() == Etat.PERIME && this.banc.jdbc()
			.sql("SELECT max(horodatage) > (SELECT horodatage FROM echange.depot WHERE numero = :numero) FROM echange.depot "
					+ "WHERE uai = :uai AND flux = :flux AND etat LIKE 'traite%'")
			.param("numero", depot.numero().valeur())
			.param("uai", bon.uai())
			.param("flux", bon.flux())
			.query(Boolean.class)
			.single();
		assertThat(depot.etat().code().startsWith("traite") || depasse)
			.as("%s is %s after -Dpasserelle.graine=%d", bon.nom(), depot.etat(), graine)
			.isTrue();
	}

	/** Every row of the school, whole. */
	private Set<String> lignes(String uai) {
		return this.banc.jdbc()
			.sql(tables().stream()
				.map((table) -> "SELECT '%1$s|' || numero_depot || '|' || t::text FROM referentiel.%1$s t WHERE uai = :uai"
					.formatted(table))
				.collect(Collectors.joining(" UNION ALL ")))
			.param("uai", uai)
			.query(String.class)
			.set();
	}

	private List<String> tables() {
		return MAPPINGS.sources()
			.stream()
			.flatMap((source) -> cibles(source.flux()).values().stream())
			.distinct()
			.sorted()
			.toList();
	}

	/** Entity → table of the référentiel: report books have tests of their own. */
	private static Map<String, String> cibles(String flux) {
		return MAPPINGS.sql("fusion", flux)
			.stream()
			.filter((fichier) -> fichier.trouver("cible").orElse("").startsWith("referentiel."))
			.collect(Collectors.toMap((fichier) -> fichier.champ("entite"),
					(fichier) -> fichier.champ("cible").split("[ .]")[1]));
	}

	/** Table → rows that came with this deposit, rows that they replace. */
	private static Map<String, List<Long>> ecrits(Depot depot, Set<String> avant, Set<String> apres) {
		Set<String> venues = new HashSet<>(apres);
		venues.removeAll(avant);
		Set<String> parties = new HashSet<>(avant);
		parties.removeAll(apres);
		assertThat(venues).allMatch((ligne) -> ligne.split("\\|", 3)[1].equals(depot.numero().toString()));
		Map<String, List<Long>> ecrits = new TreeMap<>();
		Stream.concat(venues.stream(), parties.stream())
			.map(MutationIT::table)
			.distinct()
			.forEach((table) -> ecrits.put(table, List.of(compter(venues, table), compter(parties, table))));
		return ecrits;
	}

	private static long compter(Set<String> lignes, String table) {
		return lignes.stream().filter((ligne) -> table(ligne).equals(table)).count();
	}

	private static String table(String ligne) {
		return ligne.substring(0, ligne.indexOf('|'));
	}

	/** The same, as the report says. */
	private Map<String, List<Long>> annonces(Depot depot) {
		CompteRendu rapport = this.banc.rapport(depot).orElseThrow();
		Map<String, String> cibles = cibles(depot.flux());
		Map<String, List<Long>> annonces = new TreeMap<>();
		rapport.ecarts().forEach((entite, ecart) -> {
			if (ecart.crees() + ecart.modifies() + ecart.disparus() > 0) {
				annonces.put(cibles.get(entite), List.of(venues(ecart), ecart.modifies() + ecart.disparus()));
			}
		});
		return annonces;
	}

	private static long venues(Ecart ecart) {
		return ecart.crees() + ecart.modifies() + ecart.disparus();
	}

	/** A good file. */
	private record Bon(String uai, String nom, String flux, byte[] octets) {

		/** The same content, never in the same bytes. */
		byte[] autrement(long graine) {
			byte[] blancs = "\n".repeat((int) (graine % 10_000)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
			return Zips.isZip(this.octets)
					? Zips.of(Zips.entryName(this.octets), Zips.join(Zips.document(this.octets), blancs))
					: Zips.join(this.octets, blancs);
		}

	}

}
