package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** What an élève did during a period. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "bilan-periodique")
@XmlType(propOrder = { "listeAcquis", "competencesNumeriques", "episEleve", "accPersosEleve", "listeParcours",
		"modalitesAccompagnement", "acquisConseils", "appreciationGenerale", "devoirsFaits", "vieScolaire", "socle",
		"responsables" })
public class BilanPeriodique {

	@XmlAttribute(name = "eleve-ref")
	public String eleveRef;

	@XmlAttribute(name = "periode-ref")
	public String periodeRef;

	@XmlAttribute(name = "enseignant-refs")
	public List<String> enseignantRefs;

	@XmlAttribute(name = "prof-princ-refs")
	public List<String> profPrincRefs;

	@XmlAttribute(name = "date-conseil-classe")
	public String dateConseilClasse;

	@XmlAttribute(name = "date-creation")
	public String dateCreation;

	@XmlAttribute(name = "date-scolarite")
	public String dateScolarite;

	@XmlAttribute(name = "date-verrou")
	public String dateVerrou;

	@XmlAttribute(name = "responsable-etab-ref")
	public String responsableEtabRef;

	@XmlAttribute(name = "directeur-ref")
	public String directeurRef;

	@XmlElementWrapper(name = "liste-acquis")
	@XmlElement(name = "acquis")
	public List<Acquis> listeAcquis;

	@XmlElement(name = "competences-numeriques")
	public CompetencesNumeriques competencesNumeriques;

	@XmlElementWrapper(name = "epis-eleve")
	@XmlElement(name = "epi-eleve")
	public List<EpiEleve> episEleve;

	@XmlElementWrapper(name = "acc-persos-eleve")
	@XmlElement(name = "acc-perso-eleve")
	public List<AccPersoEleve> accPersosEleve;

	@XmlElementWrapper(name = "liste-parcours")
	@XmlElement(name = "parcours")
	public List<Parcours> listeParcours;

	@XmlElementWrapper(name = "modalites-accompagnement")
	@XmlElement(name = "modalite-accompagnement")
	public List<ModaliteAccompagnement> modalitesAccompagnement;

	@XmlElement(name = "acquis-conseils")
	public String acquisConseils;

	@XmlElement(name = "appreciation-generale")
	public String appreciationGenerale;

	@XmlElement(name = "devoirs-faits")
	public String devoirsFaits;

	@XmlElement(name = "vie-scolaire")
	public VieScolaire vieScolaire;

	@XmlElementWrapper
	@XmlElement(name = "domaine")
	public List<Domaine> socle;

	@XmlElementWrapper
	@XmlElement(name = "responsable")
	public List<Responsable> responsables;

}
