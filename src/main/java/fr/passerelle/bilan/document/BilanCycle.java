package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** What an élève knows at the end of a cycle. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "bilan-cycle")
@XmlType(propOrder = { "socle", "synthese", "enseignementComplement", "responsables", "langueCultureRegionale" })
public class BilanCycle {

	@XmlAttribute(name = "eleve-ref")
	public String eleveRef;

	@XmlAttribute
	public Integer cycle;

	@XmlAttribute
	public String millesime;

	@XmlAttribute(name = "enseignant-refs")
	public List<String> enseignantRefs;

	@XmlAttribute(name = "prof-princ-refs")
	public List<String> profPrincRefs;

	@XmlAttribute(name = "date-creation")
	public String dateCreation;

	@XmlAttribute(name = "date-verrou")
	public String dateVerrou;

	@XmlAttribute(name = "responsable-etab-ref")
	public String responsableEtabRef;

	@XmlAttribute(name = "directeur-ref")
	public String directeurRef;

	@XmlElementWrapper
	@XmlElement(name = "domaine")
	public List<Domaine> socle;

	public String synthese;

	@XmlElement(name = "enseignement-complement")
	public Complement enseignementComplement;

	@XmlElementWrapper
	@XmlElement(name = "responsable")
	public List<Responsable> responsables;

	@XmlElement(name = "langue-culture-regionale")
	public Complement langueCultureRegionale;

}
