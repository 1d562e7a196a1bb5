package fr.passerelle.generateur;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.passerelle.generateur.Relecture.Noeud;

import static org.assertj.core.api.Assertions.assertThat;

class EvolutionTest {

	private static final String ELEVES = "ExportXML_ElevesAvecAdresses.zip";

	@TempDir
	private Path dossier;

	@Test
	void fiveOfAHundredElevesHaveChangedAndNoOther() {
		Map<String, String> avant = eleves(Dossiers.reglages(1, 2000), "avant");
		Map<String, String> apres = eleves(Dossiers.reglages(1, 2000).avecEvolution(5), "apres");

		assertThat(apres.keySet()).isEqualTo(avant.keySet());
		assertThat(avant.keySet().stream().filter((id) -> !Objects.equals(avant.get(id), apres.get(id))).count())
			.isBetween(90L, 110L);
	}

	@Test
	void threeOfAHundredElevesHaveGoneAndTheOthersAreTheSame() {
		Map<String, String> avant = eleves(Dossiers.reglages(1, 2000), "avant");
		Map<String, String> apres = eleves(Dossiers.reglages(1, 2000).avecDeparts(3), "apres");

		assertThat(apres).hasSizeBetween(1925, 1955);
		assertThat(avant).containsAllEntriesOf(apres);
	}

	@Test
	void theExportsOfAChangedAcademieAreLater() {
		new Academie(Dossiers.reglages(1, 50)).ecrire(this.dossier.resolve("avant"));
		new Academie(Dossiers.reglages(1, 50).avecEvolution(5)).ecrire(this.dossier.resolve("apres"));

		assertThat(List.of(horodatage("avant"), horodatage("apres"))).allMatch((date) -> date.length() == 19)
			.extracting((date) -> date.substring(0, 10))
			.containsExactly("11/09/2026", "11/10/2026");
	}

	@Test
	void onlySomeFiftyElevesOfALargeSchoolAreHeldTogether() {
		Reglages reglages = Dossiers.reglages(1, 100_000);
		Etablissement etablissement = new Etablissement(0, Etablissement.Nature.COLLEGE,
				new Annee(Territoire.METROPOLE, 2026), false, reglages, new Tirage(7));

		List<Long> tailles = College.de(etablissement)
			.structure()
			.blocs()
			.map((bloc) -> bloc.eleves().count())
			.toList();

		assertThat(tailles).allMatch((taille) -> taille <= 54);
		assertThat(tailles.stream().mapToLong(Long::longValue).sum()).isEqualTo(100_000);
	}

	@Test
	void anAcademieMayBeWrittenInSeveralTimes() {
		List<String> entiere = new Academie(Dossiers.reglages(4, 10)).uais();

		assertThat(IntStream.range(0, 4)
			.mapToObj((rang) -> new Academie(Dossiers.reglages(1, 10).depuisRang(rang)).uais().get(0))
			.toList()).isEqualTo(entiere);
	}

	/** All that is written of each élève, its structures included. */
	private Map<String, String> eleves(Reglages reglages, String nom) {
		new Academie(reglages).ecrireEtablissement(0, this.dossier.resolve(nom));
		Path fichier = this.dossier.resolve(nom).resolve("0759901E").resolve(ELEVES);
		Map<String, String> eleves = new TreeMap<>();
		Relecture.lire(fichier, "ELEVES/ELEVE")
			.forEach((eleve) -> eleves.put(eleve.attribut("ELEVE_ID"), eleve.contenu()));
		for (Noeud structures : Relecture.lire(fichier, "STRUCTURES/STRUCTURES_ELEVE")) {
			eleves.merge(structures.attribut("ELEVE_ID"), structures.contenu(), String::concat);
		}
		return eleves;
	}

	private String horodatage(String nom) {
		return Relecture.lire(this.dossier.resolve(nom).resolve("0759901E").resolve(ELEVES), "PARAMETRES")
			.get(0)
			.valeur("HORODATAGE");
	}

}
