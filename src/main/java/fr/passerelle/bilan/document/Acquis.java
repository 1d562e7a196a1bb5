package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;

/**
 * What was learned: in a discipline, with its teachers (2D), or in a domain and its parts
 * (1D).
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = { "appreciation", "sousDomaines" })
public class Acquis {

	@XmlAttribute(name = "discipline-ref")
	public String disciplineRef;

	@XmlAttribute(name = "enseignant-refs")
	public List<String> enseignantRefs;

	@XmlAttribute(name = "code-domaine")
	public String codeDomaine;

	@XmlAttribute(name = "element-programme-refs")
	public List<String> elementProgrammeRefs;

	@XmlAttribute(name = "moyenne-eleve")
	public String moyenneEleve;

	@XmlAttribute(name = "moyenne-structure")
	public String moyenneStructure;

	@XmlAttribute(name = "eleve-non-note")
	public Boolean eleveNonNote;

	@XmlAttribute(name = "structure-non-notee")
	public Boolean structureNonNotee;

	@XmlAttribute
	public Integer positionnement;

	@XmlAttribute(name = "non-evalue")
	public Boolean nonEvalue;

	public String appreciation;

	@XmlElementWrapper(name = "sous-domaines")
	@XmlElement(name = "sous-domaine")
	public List<SousDomaine> sousDomaines;

}
