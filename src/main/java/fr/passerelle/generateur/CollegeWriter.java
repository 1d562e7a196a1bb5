package fr.passerelle.generateur;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.SiecleEnveloppe.Siecle;

/**
 * Writes the ten files of a collège, and those to be refused where anomalies are sown.
 */
final class CollegeWriter {

	private final College college;

	private final Fichiers fichiers;

	private final List<FichierAttendu> attendus = new ArrayList<>();

	CollegeWriter(Etablissement etablissement, Path dossier) {
		this.college = College.de(etablissement);
		this.fichiers = new Fichiers(dossier, this.college.horodatage());
	}

	EtablissementAttendu ecrire() {
		boolean aere = this.college.etablissement().rang() % 2 == 1;
		ecrire(StsEmp.nom(this.college), "STS_EMP", aere, new StsEmp(this.college)::ecrire);
		contenus(this.college).forEach(this::ecrire);
		ecrire(EmpSts.nom(this.college), "EMP_STS", aere, new EmpSts(this.college)::ecrire);
		Elegroupe elegroupe = new Elegroupe(this.college);
		Prevision prevision = new Prevision(this.college);
		String nom = this.college.nomElegroupe(this.college.etablissement().uai().code(),
				this.college.annee().millesimeSiecle(), 0);
		this.fichiers.zip(nom + ".zip", nom + ".xml", elegroupe::ecrire);
		this.attendus.add(prevision.fichier(nom + ".zip", ordre()));
		if (this.college.etablissement().fautif()) {
			this.attendus.addAll(new FichiersRefuses(this.college, this.fichiers, elegroupe).ecrire(ordre()));
		}
		return attendu(prevision);
	}

	/** What each SIECLE export holds, in the order of their deposit. */
	static Map<Siecle, Consumer<Document>> contenus(College college) {
		SiecleTerritoire territoire = new SiecleTerritoire(college);
		Map<Siecle, Consumer<Document>> contenus = new EnumMap<>(Siecle.class);
		contenus.put(Siecle.COMMUNS, new SiecleCommuns(college)::ecrire);
		contenus.put(Siecle.ETABLISSEMENTS, territoire::ecrireEtablissements);
		contenus.put(Siecle.GEOGRAPHIQUE, territoire::ecrireGeographique);
		contenus.put(Siecle.NOMENCLATURE, SiecleNomenclature::ecrire);
		contenus.put(Siecle.STRUCTURES, new SiecleStructures(college)::ecrire);
		contenus.put(Siecle.ELEVES, new SiecleEleves(college)::ecrire);
		contenus.put(Siecle.RESPONSABLES, new SiecleResponsables(college)::ecrire);
		return contenus;
	}

	private void ecrire(Siecle genre, Consumer<Document> donnees) {
		SiecleEnveloppe.ecrire(this.fichiers, this.college, genre, donnees);
		this.attendus.add(FichierAttendu.traite(genre.archive(), genre.flux(), ordre()));
	}

	private void ecrire(String nom, String flux, boolean aere, Consumer<Document> contenu) {
		this.fichiers.xml(nom, aere, contenu);
		this.attendus.add(FichierAttendu.traite(nom, flux, ordre()));
	}

	private int ordre() {
		return this.attendus.size() + 1;
	}

	private EtablissementAttendu attendu(Prevision prevision) {
		Etablissement etablissement = this.college.etablissement();
		return new EtablissementAttendu(etablissement.uai().code(), etablissement.nature().texte(),
				etablissement.territoire().texte(), this.college.annee().valeur(), this.attendus, prevision.compte());
	}

}
