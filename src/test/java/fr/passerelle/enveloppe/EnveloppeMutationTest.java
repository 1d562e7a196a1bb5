package fr.passerelle.enveloppe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fr.passerelle.noyau.RefusException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whatever happens to a file on its way, the answer is a document or a refusal. */
class EnveloppeMutationTest {

	private static final int ESSAIS = Integer.getInteger("passerelle.essais", 1000);

	private static final long GRAINE = Long.getLong("passerelle.graine", 20311122L);

	private final Random hasard = new Random(GRAINE);

	private final Enveloppe enveloppe = Depots.enveloppe(Limites.parDefaut());

	@TempDir
	Path dossier;

	@Test
	void aMutatedFileIsAlwaysADocumentOrARefusal() throws IOException {
		int refus = 0;
		for (int essai = 0; essai < ESSAIS; essai++) {
			Path fichier = Files.write(this.dossier.resolve("depot"), muter(modele(essai)));

			refus += assertTimeoutPreemptively(Duration.ofSeconds(2), () -> juger(fichier));
		}

		assertThat(refus).isBetween(ESSAIS / 4, ESSAIS - 1);
	}

	private int juger(Path fichier) {
		try {
			Document document = this.enveloppe.ouvrir(fichier, "depot.zip");
			document.lire((xml) -> {
				while (xml.hasNext()) {
					xml.next();
				}
				return 0L;
			}, (csv) -> csv.stream().count());
			return 0;
		}
		catch (RefusException ex) {
			assertThat(ex.constat().code()).matches("C0[46]|ENV_[A-Z_]+");
			return 1;
		}
	}

	private static byte[] modele(int essai) {
		List<byte[]> modeles = List.of(Paquets.eleves(), Paquets.zip("Eleves.xml", Paquets.eleves()),
				Paquets.zip(new String[] { "a.xml", "b.xml" }, Paquets.eleves()),
				Paquets.octets("Nom élève;Prénom élève\nFARIBOULE;Naïs\n"));
		return modeles.get(essai % modeles.size());
	}

	private byte[] muter(byte[] modele) {
		byte[] octets = modele.clone();
		for (int i = this.hasard.nextInt(4); i >= 0; i--) {
			octets = switch (this.hasard.nextInt(4)) {
				case 0 -> basculer(octets);
				case 1 -> Arrays.copyOf(octets, this.hasard.nextInt(octets.length + 1));
				case 2 -> inserer(octets);
				default -> remplacer(octets);
			};
		}
		return octets;
	}

	private byte[] basculer(byte[] octets) {
		if (octets.length > 0) {
			octets[this.hasard.nextInt(octets.length)] ^= (byte) (1 << this.hasard.nextInt(8));
		}
		return octets;
	}

	private byte[] remplacer(byte[] octets) {
		if (octets.length > 0) {
			octets[this.hasard.nextInt(octets.length)] = (byte) this.hasard.nextInt(256);
		}
		return octets;
	}

	private byte[] inserer(byte[] octets) {
		int place = this.hasard.nextInt(octets.length + 1);
		byte[] ajout = new byte[1 + this.hasard.nextInt(20)];
		this.hasard.nextBytes(ajout);
		return Paquets.bout(Arrays.copyOf(octets, place), ajout, Arrays.copyOfRange(octets, place, octets.length));
	}

}
