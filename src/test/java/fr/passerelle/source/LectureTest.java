package fr.passerelle.source;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes which column, on mappings of our own and on those of the repository. */
class LectureTest {

	private static final Mappings DU_DEPOT = new Mappings(Path.of("mappings"));

	private final RecordingLignes lignes = new RecordingLignes();

	@TempDir
	private Path dossier;

	@Test
	void valuesComeFromElementsAttributesParentsConstantsAndRanks() throws Exception {
		Set<String> inconnus = lire(
				"""
						- table: classe
						  noeud: CLASSES/CLASSE
						  colonnes: {code: "@CODE", niveau: "../@NIVEAU", titre: "../TITRE", nom: DETAIL/NOM, source: {constante: x}}
						- table: place
						  noeud: CLASSES/CLASSE/PLACES/PLACE
						  colonnes: {classe: {de: "#classe", type: entier}, code: "../../@CODE", eleve: "@ID"}
						""",
				"""
						<R><CLASSES NIVEAU="6"><TITRE>Un</TITRE>
						<CLASSE CODE="6A"><DETAIL><NOM>  Sixième
						A </NOM></DETAIL><PLACES><PLACE ID="1"/><PLACE ID="2"/></PLACES></CLASSE>
						<CLASSE CODE="6B"/></CLASSES><CLASSES><CLASSE CODE="5A"><PLACES><PLACE ID="3"/></PLACES></CLASSE></CLASSES></R>""");

		assertThat(this.lignes.rangees).containsExactly("place 1 classe=1 code=6A eleve=1",
				"place 2 classe=1 code=6A eleve=2", "classe 1 code=6A niveau=6 titre=Un nom=Sixième\nA source=x",
				"classe 2 code=6B niveau=6 titre=Un nom=null source=x", "place 3 classe=3 code=5A eleve=3",
				"classe 3 code=5A niveau=null titre=null nom=null source=x");
		assertThat(this.lignes.defauts).isEmpty();
		assertThat(inconnus).isEmpty();
	}

	@Test
	void theFirstNameThatHasAValueIsTaken() throws Exception {
		lire("- {table: e, noeud: E, colonnes: {nom: [NOM_DE_FAMILLE, NOM]}}", """
				<R><E><NOM>ancien</NOM></E><E><NOM>b</NOM><NOM_DE_FAMILLE>a</NOM_DE_FAMILLE></E>
				<E><NOM_DE_FAMILLE>  </NOM_DE_FAMILLE><NOM>c</NOM></E><E/></R>""");

		assertThat(this.lignes.rangees).containsExactly("e 1 nom=ancien", "e 2 nom=a", "e 3 nom=c", "e 4 nom=null");
	}

	@Test
	void aListKeepsAllItsValuesAndStartsAnewWithEachRow() throws Exception {
		lire("- {table: g, noeud: G, colonnes: {code: '@C', divisions: {de: D/@CODE, liste: true}}}",
				"<R><G C='a'><D CODE='6A'/><D CODE=' 6B '/></G><G C='b'/><G C='c'><D CODE='5\"A'/></G></R>");

		assertThat(this.lignes.rangees).containsExactly("g 1 code=a divisions={\"6A\",\"6B\"}",
				"g 2 code=b divisions={}", "g 3 code=c divisions={\"5\\\"A\"}");
	}

	@Test
	void aRowWithoutARequiredValueIsSetAsideAndAnUnreadableValueLeftOut() throws Exception {
		lire("- {table: e, noeud: E, colonnes: {id: {de: '@ID', requis: true}, le: {de: LE, type: date-fr}, "
				+ "numero: {de: RANG, type: entier, requis: true}}}", """
						<R>
						<E ID="1"><LE>29/02/2017</LE><RANG>1</RANG></E>
						<E><LE>28/02/2017</LE><RANG>2</RANG></E>
						<E ID="3"><RANG>trois</RANG></E>
						</R>""");

		assertThat(this.lignes.rangees).containsExactly("e 1 id=1 le=null numero=1");
		assertThat(this.lignes.defauts).containsExactly(new Defaut("e", "LE (E)", false, false, 2),
				new Defaut("e", "ID (E)", true, true, 3), new Defaut("e", "RANG (E)", false, true, 4));
	}

	@Test
	void whatTheMappingNeitherKeepsNorIgnoresIsNoticedOnce() throws Exception {
		Set<String> inconnus = lire("- {table: e, noeud: E, colonnes: {id: '@ID'}}",
				"<R V='1'><E ID='1' NEUF='x'><AUTRE><E ID='9'/></AUTRE></E><E ID='2' NEUF='y'/></R>");

		assertThat(inconnus).containsExactly("@V", "@NEUF", "AUTRE");
		assertThat(this.lignes.rangees).containsExactly("e 1 id=1", "e 2 id=2");
	}

	@Test
	void textInSeveralPiecesIsOneValue() throws Exception {
		lire("- {table: e, noeud: E, colonnes: {nom: NOM}}",
				"<R><E><NOM>D<!-- un mot -->'&#201;<![CDATA[<b>]]>&amp;<?x y?>z</NOM></E></R>");

		assertThat(this.lignes.rangees).containsExactly("e 1 nom=D'É<b>&z");
	}

	@Test
	void servicesOfDivisionsAndOfGroupsAreToldApart() throws Exception {
		Set<String> inconnus = lireFlux("STS_EMP",
				"""
						<STS_EDT><DONNEES><STRUCTURE>
						<DIVISIONS><DIVISION CODE="6A"><SERVICES><SERVICE CODE_MATIERE="030201" CODE_MOD_COURS="CG">
						<ENSEIGNANTS><ENSEIGNANT ID="51" TYPE="epp"/><ENSEIGNANT ID="52" TYPE="local"/></ENSEIGNANTS></SERVICE></SERVICES></DIVISION></DIVISIONS>
						<GROUPES><GROUPE CODE="6AGR1"><SERVICES><SERVICE CODE_MATIERE="020700" CODE_MOD_COURS="TP"/></SERVICES></GROUPE></GROUPES>
						</STRUCTURE></DONNEES></STS_EDT>""");

		assertThat(this.lignes.rangees).filteredOn((r) -> r.startsWith("sts_service"))
			.containsExactly(
					"sts_service 1 type_structure=D code_structure=6A code_matiere=030201 code_modalite=CG "
							+ "enseignants={\"51\",\"52\"} types={\"epp\",\"local\"}",
					"sts_service 2 type_structure=G code_structure=6AGR1 code_matiere=020700 code_modalite=TP "
							+ "enseignants={} types={}");
		assertThat(inconnus).isEmpty();
	}

	@Test
	void thePupilOfAStructureIsTheOneAroundIt() throws Exception {
		lireFlux("SIECLE_ELEVES",
				"""
						<BEE_ELEVES VERSION="2.1"><DONNEES><STRUCTURES>
						<STRUCTURES_ELEVE ELEVE_ID="1"><STRUCTURE><CODE_STRUCTURE>6A  </CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE>
						<STRUCTURE><CODE_STRUCTURE>6AGR1</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>
						<STRUCTURES_ELEVE><STRUCTURE><CODE_STRUCTURE>6B</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>
						</STRUCTURES></DONNEES></BEE_ELEVES>""");

		assertThat(this.lignes.rangees).containsExactly(
				"siecle_eleve_structure 1 eleve_id=1 code_structure=6A type_structure=D",
				"siecle_eleve_structure 2 eleve_id=1 code_structure=6AGR1 type_structure=G");
		assertThat(this.lignes.defauts)
			.containsExactly(new Defaut("siecle_eleve_structure", "ELEVE_ID (STRUCTURES_ELEVE)", true, true, 4));
	}

	@Test
	void hoursAndDecimalsHaveOneFormAndTheRestIsLeftOut() throws Exception {
		lire("- {table: c, noeud: C, colonnes: {debut: {de: D, type: heure}, heures: {de: H, type: decimal}}}", """
				<R><C><D>0805</D><H>4.50</H></C><C><D>2359</D><H>-1</H></C><C><D>2400</D><H>4,5</H></C>
				<C><D>8h05</D><H>1e3</H></C></R>""");

		assertThat(this.lignes.rangees).containsExactly("c 1 debut=08:05 heures=4.50", "c 2 debut=23:59 heures=-1",
				"c 3 debut=null heures=null", "c 4 debut=null heures=null");
		assertThat(this.lignes.defauts).hasSize(4);
	}

	@Test
	void anElementIsItsOwnValueUnderADot() throws Exception {
		lire("- {table: s, noeud: A/S, colonnes: {a: '../@C', jour: '.'}}", """
				<R><A C="H"><S>lundi</S><S/><S>mardi</S></A></R>""");

		assertThat(this.lignes.rangees).containsExactly("s 1 a=H jour=lundi", "s 2 a=H jour=null",
				"s 3 a=H jour=mardi");
	}

	@Test
	void anUndocumentedBlockIsKeptAsItIsAndNeverAFault() throws Exception {
		Set<String> inconnus = lire("- {table: b, noeud: B, colonnes: {contenu: {de: X, type: xml}, nom: N}}", """
				<R><B><X><P ID="1 &lt; 2">a &amp; b</P><!-- non --><Q/></X><N>un</N></B><B><X> </X><N>deux</N></B><B/>
				<B><X A="1"/></B></R>""");

		assertThat(this.lignes.rangees).containsExactly(
				"b 1 contenu=<X><P ID=\"1 &lt; 2\">a &amp; b</P><Q></Q></X> nom=un", "b 2 contenu=null nom=deux",
				"b 3 contenu=null nom=null", "b 4 contenu=<X A=\"1\"></X> nom=null");
		assertThat(inconnus).isEmpty();
	}

	@Test
	void aBlockTooLargeToBeKeptIsTold() throws Exception {
		Set<String> inconnus = lire("- {table: b, noeud: B, colonnes: {contenu: {de: X, type: xml}}}",
				"<R><B><X>" + "<P>trop</P>".repeat(100_000) + "</X></B><B><X><P>peu</P></X></B></R>");

		assertThat(this.lignes.rangees).containsExactly("b 1 contenu=null", "b 2 contenu=<X><P>peu</P></X>");
		assertThat(inconnus).containsExactly("X");
	}

	private Set<String> lireFlux(String flux, String xml) throws XMLStreamException {
		return new Lecture(DU_DEPOT.source(flux).orElseThrow())
			.lire(XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml)), this.lignes);
	}

	private Set<String> lire(String tables, String xml) throws XMLStreamException, IOException {
		Path sources = Files.createDirectories(this.dossier.resolve("sources"));
		Files.writeString(sources.resolve("ESSAI.yaml"), "flux: ESSAI\nlibelle: essai\nsysteme: STS\nracine: R\n"
				+ "principal: E\ntables:\n" + tables.indent(2));
		return new Lecture(new Mappings(this.dossier).source("ESSAI").orElseThrow())
			.lire(XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml)), this.lignes);
	}

}
