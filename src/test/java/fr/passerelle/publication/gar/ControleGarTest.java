package fr.passerelle.publication.gar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import fr.passerelle.bilan.Exemples;
import fr.passerelle.noyau.Constat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gate, on a small parcel that is right but for one thing at a time (gar.md §5, §6).
 */
class ControleGarTest {

	private static final Path MODELE = Path.of("src/test/resources/gar/envoi");

	private static final GarSettings REGLAGES = new GarSettings(null, 10_000, List.of(),
			new GarSettings.Disparition(10, 50));

	@TempDir
	private Path dossier;

	@ParameterizedTest
	@CsvSource({ "2D", "1D" })
	void aRightParcelPassesThePublishedSchemasToo(String degre) throws IOException {
		copier("", "", "");

		assertThat(fautes(Degre.de(degre), new GarSchemas(REGLAGES, Exemples.schemas()))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					# what the schema refuses
					Eleve   | <men:GARPersonNom>LANTERNIER</men:GARPersonNom> | <men:GARPersonNom></men:GARPersonNom> | GAR_XSD
					Eleve   | <men:GARPersonNom>LANTERNIER</men:GARPersonNom> | <men:GARPersonNom> </men:GARPersonNom> | GAR_XSD
					Eleve   | 2014-02-14 | 14/02/2014 | GAR_XSD
					Eleve   | <men:GARPersonAutresPrenoms>Odilon</men:GARPersonAutresPrenoms> | "" | GAR_XSD
					Eleve   | <men:GARMEFCode>10010012110</men:GARMEFCode> | <men:GARMEFCode>100100121</men:GARMEFCode> | GAR_MEF_INCONNU
					Eleve   | National_ELV | ELEVE | GAR_XSD
					Eleve   | GAR-ENT-Eleve> | GAR-ENT-Eleve | GAR_XSD
					Etab    | <men:GARMEFCode>10010012110 | <men:GARMEFCode>100100121 | GAR_XSD
					Etab    | 0199000111 | 01 99 00 01 11 (accueil) | GAR_XSD
					Etab    | <men:GARMEFLibelle>6EME</men:GARMEFLibelle> | <men:GARMEFLibelle/> | GAR_XSD
					Etab    | 030201</men:GARMatiereCode> | 0302</men:GARMatiereCode> | GAR_XSD
					Etab    | 9990001X | 9990001x | GAR_XSD
					Groupe  | DIVISION | TD | GAR_XSD
					RespAff | <men:GARPersonMail>h.mabille@exemple.invalid</men:GARPersonMail> | "" | GAR_XSD
					# what it lets pass
					Etab    | 9990001X | 9990001Y | GAR_UAI
					Etab    | <men:GARMEF> | <men:GAREtab><men:GARStructureUAI>9990001X</men:GARStructureUAI><men:GARStructureNomCourant>ENCORE</men:GARStructureNomCourant></men:GAREtab><men:GARMEF> | GAR_DOUBLON
					Etab    | <men:GARMEF><men:GARStructureUAI>9990001X | <men:GARMEF><men:GARStructureUAI>9990002Y | GAR_UAI_INCONNU
					Etab    | <men:GARMatiere><men:GARStructureUAI>9990001X | <men:GARMatiere><men:GARStructureUAI>9990002Y | GAR_UAI_INCONNU
					Eleve   | e-810001</men:GARPersonIdentifiant><men:GARPersonProfils> | p-830002</men:GARPersonIdentifiant><men:GARPersonProfils> | GAR_DOUBLON
					Eleve   | <men:GARPersonEtab>9990001X | <men:GARPersonEtab>9990002Y | GAR_UAI_INCONNU
					Eleve   | <men:GARPersonEtab>9990001X | <men:GARPersonEtab>9990002Y | GAR_PROFILS
					Eleve   | <men:GARMEFCode>10010012110 | <men:GARMEFCode>10110001110 | GAR_MEF_INCONNU
					Eleve   | e-810001</men:GARPersonIdentifiant><men:GARMEFCode> | e-999999</men:GARPersonIdentifiant><men:GARMEFCode> | GAR_PERSONNE_INCONNUE
					Eleve   | <men:GARMatiereCode>030201 | <men:GARMatiereCode>061300 | GAR_MATIERE_INCONNUE
					Groupe  | <men:GARGroupeCode>6ALL1</men:GARGroupeCode><men:GARStructureUAI> | <men:GARGroupeCode>6A</men:GARGroupeCode><men:GARStructureUAI> | GAR_DOUBLON
					Groupe  | DivAppartenance>6A< | DivAppartenance>6Z< | GAR_DIVISION_INCONNUE
					Groupe  | >DIVISION</men:GARGroupeStatut> | >DIVISION</men:GARGroupeStatut><men:GARGroupeDivAppartenance>6A</men:GARGroupeDivAppartenance> | GAR_STATUT
					Groupe  | e-810001</men:GARPersonIdentifiant><men:GARGroupeCode>6ALL1 | e-810001</men:GARPersonIdentifiant><men:GARGroupeCode>6ALL9 | GAR_GROUPE_INCONNU
					Groupe  | e-810001</men:GARPersonIdentifiant><men:GARGroupeCode>6ALL1 | e-810001</men:GARPersonIdentifiant><men:GARGroupeCode>6A | GAR_DOUBLON
					Groupe  | e-810001 | e-999999 | GAR_PERSONNE_INCONNUE
					Groupe  | <men:GAREnsClasseMatiere><men:GARStructureUAI>9990001X</men:GARStructureUAI><men:GARPersonIdentifiant>p-830002</men:GARPersonIdentifiant><men:GARGroupeCode>6A | <men:GAREnsClasseMatiere><men:GARStructureUAI>9990001X</men:GARStructureUAI><men:GARPersonIdentifiant>p-830002</men:GARPersonIdentifiant><men:GARGroupeCode>6ALL1 | GAR_STATUT
					Groupe  | <men:GAREnsGroupeMatiere><men:GARStructureUAI>9990001X</men:GARStructureUAI><men:GARPersonIdentifiant>p-830002 | <men:GAREnsGroupeMatiere><men:GARStructureUAI>9990001X</men:GARStructureUAI><men:GARPersonIdentifiant>e-810001 | GAR_PERSONNE_INCONNUE
					Groupe  | <men:GARMatiereCode>030201 | <men:GARMatiereCode>061300 | GAR_MATIERE_INCONNUE
					RespAff | p-830002 | p-999999 | GAR_RESPAFF
					RespAff | p-830002 | e-810001 | GAR_RESPAFF
					RespAff | <men:GARRespAffEtab>9990001X | <men:GARRespAffEtab>9990002Y | GAR_UAI_INCONNU
					""")
	void oneThingWrongIsSeen(String genre, String juste, String faux, String code) throws IOException {
		copier(genre, juste, faux);

		assertThat(fautes(Degre.SECOND, new GarSchemas(REGLAGES, null))).extracting(Constat::code).contains(code);
	}

	@Test
	void anotherOrderOfElementsIsRefused() throws IOException {
		copier("Groupe", "<men:GARGroupeCode>6A</men:GARGroupeCode><men:GARStructureUAI>9990001X</men:GARStructureUAI>",
				"<men:GARStructureUAI>9990001X</men:GARStructureUAI><men:GARGroupeCode>6A</men:GARGroupeCode>");

		assertThat(fautes(Degre.SECOND, new GarSchemas(REGLAGES, null))).contains(Constat.de("GAR_XSD", "fichier",
				"DEMO_GAR-ENT_Complet_20251003_230500_2D_Groupe_0000.xml", "ligne", "3", "element", "GARStructureUAI"));
	}

	@Test
	void sixteenResponsablesAreOneTooMany() throws IOException {
		StringBuilder seize = new StringBuilder("</men:GARRespAff>");
		String un = "<men:GARRespAff><men:GARPersonIdentifiant>p-%d</men:GARPersonIdentifiant>"
				+ "<men:GARPersonNom>N</men:GARPersonNom><men:GARPersonPrenom>P</men:GARPersonPrenom>"
				+ "<men:GARPersonMail>a@exemple.invalid</men:GARPersonMail>"
				+ "<men:GARRespAffEtab>9990001X</men:GARRespAffEtab></men:GARRespAff>";
		for (int rang = 1; rang <= 15; rang++) {
			seize.append(un.formatted(rang));
		}
		copier("RespAff", "</men:GARRespAff>", seize.toString());

		assertThat(fautes(Degre.SECOND, new GarSchemas(REGLAGES, null)))
			.contains(Constat.de("GAR_RESPAFF_NOMBRE", "uai", "9990001X"));
	}

	@Test
	void aCauseOfAThousandLinesIsToldInSix() throws IOException {
		StringBuilder mille = new StringBuilder("</men:GARGroupe>");
		for (int rang = 1; rang <= 1000; rang++) {
			mille.append(
					"<men:GARPersonGroupe><men:GARStructureUAI>9990001X</men:GARStructureUAI><men:GARPersonIdentifiant>x-")
				.append(rang)
				.append("</men:GARPersonIdentifiant><men:GARGroupeCode>6A</men:GARGroupeCode></men:GARPersonGroupe>");
		}
		copier("Groupe", "</men:GARGroupe>\n<men:GARPersonGroupe>", mille + "\n<men:GARPersonGroupe>");

		List<Constat> fautes = fautes(Degre.SECOND, new GarSchemas(REGLAGES, null));

		assertThat(fautes).hasSize(6);
		assertThat(fautes.get(5)).isEqualTo(Constat.de("GAR_AUTRES", "code", "GAR_PERSONNE_INCONNUE", "nombre", "995"));
	}

	private List<Constat> fautes(Degre degre, GarSchemas schemas) {
		Controle controle = new Controle(schemas.de(degre));
		for (String genre : List.of("Etab", "Enseignant", "Eleve", "Groupe", "RespAff")) {
			controle.lire(this.dossier
				.resolve("DEMO_GAR-ENT_Complet_20251003_230500_%s_%s_0000.xml".formatted(degre.code(), genre)));
		}
		controle.finir();
		return controle.constats();
	}

	/** The parcel, one text of it being another. */
	private void copier(String genre, String juste, String faux) throws IOException {
		try (Stream<Path> fichiers = Files.list(MODELE)) {
			for (Path fichier : fichiers.toList()) {
				String texte = Files.readString(fichier);
				if (!genre.isEmpty() && fichier.getFileName().toString().contains("_2D_" + genre + "_")) {
					assertThat(texte).contains(juste);
					int place = texte.indexOf(juste);
					texte = texte.substring(0, place) + faux + texte.substring(place + juste.length());
				}
				Files.writeString(this.dossier.resolve(fichier.getFileName().toString()), texte);
			}
		}
	}

}
