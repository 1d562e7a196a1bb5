package fr.passerelle.generateur;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.passerelle.generateur.Attendu.Compte;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Relecture.Noeud;
import fr.passerelle.noyau.Uai;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of a sound académie agree with one another, whoever reads them. */
class CoherenceTest {

	@TempDir
	private static Path dossier;

	private static List<EtablissementAttendu> colleges;

	@BeforeAll
	static void ecrire() {
		Attendu attendu = new Academie(Dossiers.reglages(5, 300)).ecrire(dossier);
		colleges = attendu.etablissements().stream().filter((college) -> "college".equals(college.nature())).toList();
	}

	@Test
	void everyUaiHasItsKeyLetter() {
		List<String> uais = new Academie(Dossiers.reglages(300, 10)).uais();

		assertThat(uais).doesNotHaveDuplicates().allMatch((uai) -> Uai.lire(uai).isPresent());
	}

	@Test
	void everyFileIsOfItsSchoolAndOfTheYearItsSystemUses() {
		for (EtablissementAttendu college : colleges) {
			int siecle = "nouvelle-caledonie".equals(college.territoire()) ? 2025 : 2026;
			Map<String, String> lus = new TreeMap<>();
			college.fichiers().forEach((fichier) -> lus.put(fichier.flux(), identite(college, fichier.fichier())));

			assertThat(lus).hasSize(10);
			lus.forEach((flux, identite) -> assertThat(identite).as(flux)
				.isEqualTo(college.uai() + " " + (flux.contains("STS") ? 2026 : siecle)));
		}
	}

	@Test
	void oneCollegeOfTheMixFollowsTheSouthernYear() {
		assertThat(colleges).extracting(EtablissementAttendu::territoire)
			.containsExactly("metropole", "metropole", "metropole", "nouvelle-caledonie");
		assertThat(calendrier(colleges.get(3))).containsExactly("16/02/2026", "18/12/2026");
	}

	@Test
	void stsAndSiecleKnowTheSameDivisionsAndGroupsWithTheSameMef() {
		for (EtablissementAttendu college : colleges) {
			Path siecle = fichier(college, "ExportXML_Structures");
			Path sts = fichier(college, "sts_emp");

			assertThat(mefs(sts, "DIVISIONS/DIVISION", "CODE"))
				.isEqualTo(mefs(siecle, "DIVISIONS/DIVISION", "CODE_STRUCTURE"))
				.isNotEmpty();
			assertThat(mefs(sts, "GROUPES/GROUPE", "CODE")).isEqualTo(mefs(siecle, "GROUPES/GROUPE", "CODE_STRUCTURE"))
				.isNotEmpty();
		}
	}

	@Test
	void everyLinkIsToAGroupOfTheMefOfItsEleve() {
		for (EtablissementAttendu college : colleges) {
			Map<String, String> groupes = mefs(fichier(college, "ExportXML_Structures"), "GROUPES/GROUPE",
					"CODE_STRUCTURE");
			Map<String, String> eleves = new HashMap<>();
			lire(college, "ExportXML_Eleves", "ELEVES/ELEVE").forEach((eleve) -> {
				eleves.put(eleve.attribut("ELEVE_ID"), eleve.valeur("CODE_MEF"));
				eleves.put(eleve.valeur("ID_NATIONAL"), eleve.valeur("CODE_MEF"));
			});

			liens(college).forEach((eleve, liens) -> liens
				.forEach((groupe) -> assertThat(groupes.get(groupe)).isEqualTo(eleves.get(eleve)).isNotNull()));
		}
	}

	@Test
	void theSnapshotOfSiecleIsTheLinksOfTheLinkFile() {
		for (EtablissementAttendu college : colleges) {
			Map<String, String> ines = new HashMap<>();
			lire(college, "ExportXML_Eleves", "ELEVES/ELEVE")
				.forEach((eleve) -> ines.put(eleve.valeur("ID_NATIONAL"), eleve.attribut("ELEVE_ID")));
			Map<String, Set<String>> envoyes = new TreeMap<>();
			liens(college).forEach((eleve, groupes) -> envoyes.put(ines.getOrDefault(eleve, eleve), groupes));

			assertThat(envoyes).isEqualTo(instantane(college)).hasSizeGreaterThan(280);
			assertThat(envoyes.values()).allMatch((groupes) -> groupes.size() >= 2 && groupes.size() <= 4);
		}
	}

	@Test
	void everyLinkLiesWithinTheYearOfTheEleves() {
		for (EtablissementAttendu college : colleges) {
			List<LocalDate> bornes = calendrier(college).stream().map(CoherenceTest::date).toList();
			List<LocalDate> dates = new ArrayList<>();
			for (Noeud lien : lire(college, college.uai() + "ELEGROUPE", "GROUPES/GROUPE")) {
				lien.descendants("DATE_DEBUT_GROUPE").forEach((date) -> dates.add(LocalDate.parse(date.texte())));
				lien.descendants("DATE_FIN_GROUPE").forEach((date) -> dates.add(LocalDate.parse(date.texte())));
			}

			assertThat(dates).hasSizeGreaterThan(100)
				.allMatch((date) -> !date.isBefore(bornes.get(0)) && !date.isAfter(bornes.get(1)));
		}
	}

	@Test
	void everyKeyOfTheResponsablesResolves() {
		for (EtablissementAttendu college : colleges) {
			Set<String> adresses = attributs(college, "ExportXML_Responsables", "ADRESSES/ADRESSE", "ADRESSE_ID");
			List<Noeud> liens = lire(college, "ExportXML_Responsables", "RESPONSABLES/RESPONSABLE_ELEVE");

			assertThat(liens).hasSize(600).extracting((lien) -> lien.valeur("ELEVE_ID")).hasSize(600);
			assertThat(valeurs(liens, "ELEVE_ID"))
				.isEqualTo(attributs(college, "ExportXML_Eleves", "ELEVES/ELEVE", "ELEVE_ID"));
			assertThat(valeurs(liens, "PERSONNE_ID"))
				.isEqualTo(attributs(college, "ExportXML_Responsables", "PERSONNES/PERSONNE", "PERSONNE_ID"));
			assertThat(adresses)
				.containsAll(valeurs(lire(college, "ExportXML_Responsables", "PERSONNES/PERSONNE"), "ADRESSE_ID"));
		}
	}

	@Test
	void everyTeacherOfAServiceIsAnIndividuOfSts() {
		for (EtablissementAttendu college : colleges) {
			Set<String> individus = attributs(college, "sts_emp", "INDIVIDUS/INDIVIDU", "ID");

			assertThat(individus).containsAll(attributs(college, "sts_emp", "ENSEIGNANTS/ENSEIGNANT", "ID"))
				.containsAll(attributs(college, "emp_sts", "ENSEIGNANTS/ENSEIGNANT", "ID"));
		}
	}

	@Test
	void theCountsForetoldAreThoseOfTheFiles() {
		for (EtablissementAttendu college : colleges) {
			int liens = liens(college).values().stream().mapToInt(Set::size).sum();
			long personnes = lire(college, "sts_emp", "INDIVIDUS/INDIVIDU").stream()
				.filter((individu) -> !individu.valeur("NOM_USAGE").startsWith("BMP"))
				.count();

			assertThat(college.compte()).isEqualTo(new Compte(lire(college, "ExportXML_Eleves", "ELEVES/ELEVE").size(),
					lire(college, "ExportXML_Structures", "DIVISIONS/DIVISION").size(),
					lire(college, "ExportXML_Structures", "GROUPES/GROUPE").size(), liens, (int) personnes));
		}
	}

	private static String identite(EtablissementAttendu college, String fichier) {
		Noeud parametres = lire(college, fichier, "PARAMETRES").get(0);
		Noeud uaj = parametres.descendants("UAJ").get(0);
		Noeud annee = parametres.descendants("ANNEE_SCOLAIRE").get(0);
		return (uaj.attribut("CODE") != null) ? uaj.attribut("CODE") + " " + annee.attribut("ANNEE")
				: uaj.texte() + " " + annee.texte();
	}

	private static List<String> calendrier(EtablissementAttendu college) {
		Noeud annee = lire(college, "ExportXML_Communs", "DONNEES/ANNEE_SCOLAIRE").get(0);
		return List.of(annee.valeur("DATE_DEBUT_ELEVE"), annee.valeur("DATE_FIN_ELEVE"));
	}

	private static LocalDate date(String francaise) {
		return LocalDate.parse(francaise, College.FRANCAISE);
	}

	private static Map<String, String> mefs(Path fichier, String chemin, String cle) {
		Map<String, String> mefs = new TreeMap<>();
		for (Noeud structure : Relecture.lire(fichier, chemin)) {
			Noeud mef = structure.descendants("MEFS_APPARTENANCE", "MEF_APPARTENANCE").get(0);
			mefs.put(structure.attribut(cle),
					(mef.attribut("CODE") != null) ? mef.attribut("CODE") : mef.valeur("CODE_MEF"));
		}
		return mefs;
	}

	private static Map<String, Set<String>> liens(EtablissementAttendu college) {
		Map<String, Set<String>> liens = new TreeMap<>();
		for (Noeud eleve : lire(college, college.uai() + "ELEGROUPE", "ELEVES/ELEVE")) {
			String id = (eleve.valeur("ELEVE_ID") != null) ? eleve.valeur("ELEVE_ID") : eleve.valeur("ID_NATIONAL");
			liens.put(id, valeurs(eleve.descendants("GROUPES", "GROUPE"), "CODE_GROUPE"));
		}
		return liens;
	}

	private static Map<String, Set<String>> instantane(EtablissementAttendu college) {
		Map<String, Set<String>> liens = new TreeMap<>();
		for (Noeud eleve : lire(college, "ExportXML_Eleves", "STRUCTURES/STRUCTURES_ELEVE")) {
			Set<String> groupes = valeurs(eleve.enfants("STRUCTURE")
				.filter((structure) -> "G".equals(structure.valeur("TYPE_STRUCTURE")))
				.toList(), "CODE_STRUCTURE");
			if (!groupes.isEmpty()) {
				liens.put(eleve.attribut("ELEVE_ID"), groupes);
			}
		}
		return liens;
	}

	private static Set<String> valeurs(List<Noeud> noeuds, String nom) {
		Set<String> valeurs = new TreeSet<>();
		noeuds.forEach((noeud) -> noeud.enfants(nom).forEach((enfant) -> valeurs.add(enfant.texte())));
		return valeurs;
	}

	private static Set<String> attributs(EtablissementAttendu college, String fichier, String chemin, String nom) {
		Set<String> valeurs = new HashSet<>();
		lire(college, fichier, chemin).forEach((noeud) -> valeurs.add(noeud.attribut(nom)));
		return valeurs;
	}

	private static List<Noeud> lire(EtablissementAttendu college, String fichier, String chemin) {
		return Relecture.lire(fichier(college, fichier), chemin);
	}

	private static Path fichier(EtablissementAttendu college, String debut) {
		return Dossiers.fichier(dossier.resolve(college.uai()), debut);
	}

}
