package fr.passerelle.generateur;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.SiecleEnveloppe.Siecle;
import fr.passerelle.noyau.Uai;

/** Files that must not get in, each for one reason; none replaces a good one. */
final class FichiersRefuses {

	private static final String CLES = "ABCDEFGHJKLMNPRSTUVWXYZ";

	/** First bytes of the spreadsheets of old. */
	private static final byte[] TABLEUR = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
			(byte) 0xE1 };

	private static final String DOCTYPE = "<!DOCTYPE %s [<!ENTITY etablissement \"VILLEFICTIVE\">]>";

	private final College college;

	private final Fichiers fichiers;

	private final Elegroupe elegroupe;

	private final String uai;

	private final int millesime;

	private final List<FichierAttendu> attendus = new ArrayList<>();

	private int ordre;

	FichiersRefuses(College college, Fichiers fichiers, Elegroupe elegroupe) {
		this.college = college;
		this.fichiers = fichiers;
		this.elegroupe = elegroupe;
		this.uai = college.etablissement().uai().code();
		this.millesime = college.annee().millesimeSiecle();
	}

	List<FichierAttendu> ecrire(int premierOrdre) {
		this.ordre = premierOrdre;
		mauvaiseAnnee();
		mauvaisEtablissement();
		mauvaisNom();
		mauvaisXml();
		autresGenres();
		siecle();
		return this.attendus;
	}

	private void mauvaiseAnnee() {
		boolean sud = this.college.annee().territoire() == Territoire.NOUVELLE_CALEDONIE;
		elegroupe(nom(this.uai, this.millesime + 1, 1), this.uai, this.millesime + 1, sud ? "C18" : "C17");
		elegroupe(nom(this.uai, this.millesime, 2), this.uai, this.millesime - 1, "C05");
		String sts = StsEmp.nom(this.uai, this.college.annee().millesimeSts() - 1);
		boolean aere = this.college.etablissement().rang() % 2 == 0;
		this.fichiers.xml(sts, aere, new StsEmp(this.college)::ecrire);
		refuser(sts, "STS_EMP", "C05");
	}

	private void mauvaisEtablissement() {
		String voisin = Uai.deNumero(this.college.etablissement().departement() + "8999").code();
		elegroupe(nom(this.uai, this.millesime, 3), voisin, this.millesime, "C03");
		char cle = CLES.charAt((CLES.indexOf(this.uai.charAt(7)) + 1) % CLES.length());
		String fausse = this.uai.substring(0, 7) + cle;
		elegroupe(nom(fausse, this.millesime, 4), fausse, this.millesime, "C01");
	}

	private void mauvaisNom() {
		archiver(nom(this.uai, this.millesime, 5), nom(this.uai, this.millesime, 6), extrait(), "ELEGROUPE_D5");
		String complet = nom(this.uai, this.millesime, 7);
		String court = complet.substring(0, complet.length() - 1);
		archiver(court, court, extrait(), "ELEGROUPE_D3");
	}

	private void mauvaisXml() {
		String tronque = nom(this.uai, this.millesime, 8);
		archiver(tronque, tronque, tronquer(extrait()), "C06");
		String declare = nom(this.uai, this.millesime, 9);
		archiver(
				declare, declare, octets((xml) -> this.elegroupe
					.ecrireExtrait(xml.doctype(DOCTYPE.formatted("IMPORT_ELEVES")), this.uai, this.millesime)),
				"ENV_DTD");
		String deux = nom(this.uai, this.millesime, 10);
		this.fichiers.archive(deux + ".zip", (zip) -> {
			this.fichiers.ajouter(zip, deux + ".xml", (sortie) -> verser(sortie, extrait()));
			this.fichiers.ajouter(zip, nom(this.uai, this.millesime, 11) + ".xml",
					(sortie) -> verser(sortie, extrait()));
		});
		refuser(deux + ".zip", "ELEGROUPE", "C07");
	}

	private void autresGenres() {
		this.fichiers.nu("liste des groupes.xls", (sortie) -> verser(sortie, Arrays.copyOf(TABLEUR, 1536)));
		refuser("liste des groupes.xls", null, "C04");
		byte[] pdf = ("%PDF-1.4\n% " + this.uai + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
		this.fichiers.nu("trombinoscope.pdf", (sortie) -> verser(sortie, pdf));
		refuser("trombinoscope.pdf", null, "C04");
	}

	private void siecle() {
		String copie = Siecle.COMMUNS.copie(1);
		this.fichiers.copier(Siecle.COMMUNS.archive(), copie);
		this.attendus.add(new FichierAttendu(copie, Siecle.COMMUNS.flux(), this.ordre++, "doublon", null, null, null,
				List.of(), List.of()));
		byte[] communs = octets((xml) -> siecle(xml, Siecle.COMMUNS));
		siecle(Siecle.COMMUNS, 2, tronquer(communs), "C06");
		siecle(Siecle.GEOGRAPHIQUE, 1,
				octets((xml) -> siecle(xml.doctype(DOCTYPE.formatted("BEE_GEOGRAPHIQUE")), Siecle.GEOGRAPHIQUE)),
				"ENV_DTD");
		String deux = Siecle.ETABLISSEMENTS.copie(1);
		this.fichiers.archive(deux, (zip) -> {
			this.fichiers.ajouter(zip, Siecle.ETABLISSEMENTS.entree(),
					(sortie) -> Fichiers.remplir(sortie, false, (xml) -> siecle(xml, Siecle.ETABLISSEMENTS)));
			this.fichiers.ajouter(zip, Siecle.COMMUNS.entree(), (sortie) -> verser(sortie, communs));
		});
		refuser(deux, Siecle.ETABLISSEMENTS.flux(), "C07");
	}

	private void siecle(Siecle genre, int copie, byte[] contenu, String code) {
		String nom = genre.copie(copie);
		this.fichiers.archive(nom,
				(zip) -> this.fichiers.ajouter(zip, genre.entree(), (sortie) -> verser(sortie, contenu)));
		refuser(nom, genre.flux(), code);
	}

	private void siecle(Document xml, Siecle genre) {
		SiecleEnveloppe.document(xml, this.college, genre, CollegeWriter.contenus(this.college).get(genre));
	}

	private void elegroupe(String nom, String uaiContenu, int anneeContenu, String code) {
		archiver(nom, nom, octets((xml) -> this.elegroupe.ecrireExtrait(xml, uaiContenu, anneeContenu)), code);
	}

	private void archiver(String nom, String entree, byte[] contenu, String code) {
		this.fichiers.archive(nom + ".zip",
				(zip) -> this.fichiers.ajouter(zip, entree + ".xml", (sortie) -> verser(sortie, contenu)));
		refuser(nom + ".zip", "ELEGROUPE", code);
	}

	private void refuser(String nom, String flux, String code) {
		this.attendus.add(FichierAttendu.refuse(nom, flux, this.ordre++, code));
	}

	private String nom(String code, int annee, int minutes) {
		return this.college.nomElegroupe(code, annee, minutes);
	}

	private byte[] extrait() {
		return octets((xml) -> this.elegroupe.ecrireExtrait(xml, this.uai, this.millesime));
	}

	private static byte[] tronquer(byte[] contenu) {
		return Arrays.copyOf(contenu, contenu.length * 2 / 3);
	}

	private static byte[] octets(Consumer<Document> contenu) {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		Fichiers.remplir(octets, false, contenu);
		return octets.toByteArray();
	}

	private static void verser(OutputStream sortie, byte[] contenu) {
		try {
			sortie.write(contenu);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing a file to be refused", ex);
		}
	}

}
