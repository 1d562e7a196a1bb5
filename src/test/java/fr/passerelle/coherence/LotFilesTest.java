package fr.passerelle.coherence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.Maison;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A lot is there whole, or is not there. */
class LotFilesTest {

	private static final String UAI = "0009201B";

	@TempDir
	private Path dossier;

	private final Depots depots = mock(Depots.class);

	private final Map<Long, Depot> connus = new TreeMap<>();

	private Contenus contenus;

	private LotFiles lots;

	@BeforeEach
	void ouvrir() {
		this.contenus = new Contenus(this.dossier.resolve("contenus"));
		this.lots = new LotFiles(new Maison(this.dossier), this.depots, this.contenus);
		when(this.depots.depot(any()))
			.thenAnswer((appel) -> this.connus.get(appel.<NumeroDepot>getArgument(0).valeur()));
	}

	@Test
	void aNewLotReplacesTheOldOneWhole() {
		recevoir(1, "Communs.xml", "c1");
		recevoir(2, "Eleves(1).zip", "e1");
		recevoir(3, "Eleves.zip", "e2");
		this.lots.poser(UAI, "pronote", numeros(1, 2));

		this.lots.poser(UAI, "pronote", numeros(1, 3));

		assertThat(lire("pronote")).isEqualTo(Map.of("Communs.xml", "c1", "Eleves.zip", "e2"));
		assertThat(presents()).containsExactly("pronote");
	}

	@Test
	void twoFilesOfOneNameAreBothThere() {
		recevoir(1, "export.zip", "a");
		recevoir(2, "export.zip", "b");

		this.lots.poser(UAI, "pronote", numeros(1, 2));

		assertThat(lire("pronote")).isEqualTo(Map.of("export.zip", "a", "STS_EMP-26.zip", "b"));
	}

	@Test
	void whatAPowerCutLeftBehindIsSetRight() throws IOException {
		recevoir(1, "Communs.xml", "c1");
		Path ici = Files.createDirectories(this.dossier.resolve("outbox").resolve(UAI));
		Files.writeString(Files.createDirectories(ici.resolve(".pronote.part")).resolve("Eleves.zip"), "à moitié");
		Files.writeString(Files.createDirectories(ici.resolve(".pronote.ancien")).resolve("Communs.xml"), "c0");

		this.lots.poser(UAI, "pronote", numeros(1));

		assertThat(lire("pronote")).isEqualTo(Map.of("Communs.xml", "c1"));
		assertThat(presents()).containsExactly("pronote");
	}

	@Test
	void aLotWithAnAlteredContentIsNotHandedOverAndTheOldOneStays() throws IOException {
		recevoir(1, "Communs.xml", "c1");
		recevoir(2, "Communs.xml", "c2");
		this.lots.poser(UAI, "pronote", numeros(1));
		Files.writeString(this.contenus.chemin(this.connus.get(NumeroDepot.deRang(2).valeur()).empreinte()), "c3");

		assertThatExceptionOfType(Contenus.Altere.class).isThrownBy(() -> this.lots.poser(UAI, "pronote", numeros(2)));
		assertThat(lire("pronote")).isEqualTo(Map.of("Communs.xml", "c1"));
	}

	@Test
	void whoLooksMeanwhileNeverSeesAMixture() {
		Set<Set<String>> vus = ConcurrentHashMap.newKeySet();
		AtomicBoolean fini = new AtomicBoolean();
		CompletableFuture<Void> regard = CompletableFuture.runAsync(() -> {
			while (!fini.get()) {
				vus.add(noms());
			}
		});

		for (long lot = 2; lot < 60; lot += 2) {
			recevoir(lot, "a" + lot, "x");
			recevoir(lot + 1, "b" + lot, "y");
			this.lots.poser(UAI, "pronote", numeros(lot, lot + 1));
		}
		fini.set(true);
		regard.join();

		vus.remove(Set.of());
		assertThat(vus).isNotEmpty()
			.allSatisfy(
					(noms) -> assertThat(noms).extracting((nom) -> nom.charAt(0)).containsExactlyInAnyOrder('a', 'b'))
			.allSatisfy((noms) -> assertThat(noms).extracting((nom) -> nom.substring(1))
				.containsOnly(noms.iterator().next().substring(1)));
	}

	private static List<Long> numeros(long... rangs) {
		return LongStream.of(rangs).mapToObj((rang) -> NumeroDepot.deRang(rang).valeur()).toList();
	}

	private void recevoir(long rang, String nom, String octets) {
		try {
			Contenus.Contenu contenu = this.contenus
				.garder(new ByteArrayInputStream(octets.getBytes(StandardCharsets.UTF_8)), 100);
			NumeroDepot numero = NumeroDepot.deRang(rang);
			this.connus.put(numero.valeur(),
					new Depot(numero, UAI, "STS_EMP", nom, contenu.taille(), contenu.empreinte(), "2025", 2025, null,
							Etat.TRAITE, "http", "essai", null, null, null, null, null, false, false, List.of(), 1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Set<String> noms() {
		try {
			return lire("pronote").keySet();
		}
		catch (UncheckedIOException partis) {
			return Set.of();
		}
	}

	private Map<String, String> lire(String lot) {
		Map<String, String> lus = new TreeMap<>();
		try (Stream<Path> fichiers = Files.list(this.dossier.resolve("outbox").resolve(UAI).resolve(lot))) {
			for (Path fichier : fichiers.toList()) {
				lus.put(fichier.getFileName().toString(), Files.readString(fichier));
			}
			return lus;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> presents() {
		try (Stream<Path> fichiers = Files.list(this.dossier.resolve("outbox").resolve(UAI))) {
			return fichiers.map((fichier) -> fichier.getFileName().toString()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
