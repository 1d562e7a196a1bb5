package fr.passerelle.publication.oneroster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Redaction;

import org.springframework.stereotype.Component;

/** The directory as OneRoster 1.2, bulk (ent-directory.md, part B). */
@Component
class RedactionOneRoster implements Redaction {

	/** Every file that the manifest speaks of, there or not. */
	private static final List<String> MANIFESTE = List.of("academicSessions", "categories", "classes", "classResources",
			"courses", "courseResources", "demographics", "enrollments", "lineItemLearningObjectiveIds", "lineItems",
			"lineItemScoreScales", "orgs", "resources", "resultLearningObjectiveIds", "results", "resultScoreScales",
			"roles", "scoreScales", "userProfiles", "userResources", "users");

	private final Enregistrements enregistrements;

	private final Catalogue catalogue;

	private final Clock horloge;

	RedactionOneRoster(Enregistrements enregistrements, Catalogue catalogue, Clock horloge) {
		this.enregistrements = enregistrements;
		this.catalogue = catalogue;
		this.horloge = horloge;
	}

	@Override
	public String flux() {
		return "oneroster";
	}

	@Override
	public Contenu rediger(Consommateur consommateur, Set<String> uais, Path dossier) {
		Set<String> sansAnnee = this.enregistrements.preparer(uais, this.horloge.instant());
		List<Fichier> fichiers = this.enregistrements.fichiers()
			.stream()
			.filter((fichier) -> fichier.estDonneA(consommateur.champs()))
			.toList();
		Map<String, Long> comptes = new TreeMap<>();
		fichiers.forEach((fichier) -> comptes.put(fichier.nom(),
				this.enregistrements.ecrire(fichier, consommateur.champs(), dossier)));
		manifeste(dossier, comptes);
		List<Constat> fautes = new ArrayList<>(new Controle(fichiers).lire(dossier));
		Set<String> ecoles = this.enregistrements.uais();
		if (ecoles.isEmpty()) {
			fautes.add(Constat.de("ONEROSTER_AUCUN"));
		}
		return new Contenu(ecoles, comptes, ecartes(sansAnnee), fautes.stream().map(this::phrase).toList());
	}

	private List<Ecarte> ecartes(Set<String> sansAnnee) {
		Stream<Ecarte> ecoles = sansAnnee.stream()
			.map((uai) -> new Ecarte(uai, null, "établissement", phrase(Constat.de("ONEROSTER_E_ETABLISSEMENT"))));
		Stream<Ecarte> autres = this.enregistrements.ecartes()
			.stream()
			.map((ecart) -> new Ecarte(ecart[0], ecart[1], ecart[2], phrase(Constat.de(ecart[3]))));
		return Stream.concat(ecoles, autres).toList();
	}

	private String phrase(Constat constat) {
		return this.catalogue.texte(constat).titre();
	}

	/** An empty file is told as absent, and is not there. */
	private static void manifeste(Path dossier, Map<String, Long> comptes) {
		try (CsvWriter sortie = CsvWriter.builder().build(dossier.resolve("manifest.csv"))) {
			sortie.writeRecord("propertyName", "value");
			sortie.writeRecord("manifest.version", "1.0");
			sortie.writeRecord("oneroster.version", "1.2");
			for (String nom : MANIFESTE) {
				boolean present = comptes.getOrDefault(nom, 0L) > 0;
				sortie.writeRecord("file." + nom, present ? "bulk" : "absent");
				if (!present) {
					Files.deleteIfExists(dossier.resolve(nom + ".csv"));
				}
			}
			sortie.writeRecord("source.systemName", "Passerelle");
			sortie.writeRecord("source.systemCode", "passerelle");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing the manifest", ex);
		}
	}

}
