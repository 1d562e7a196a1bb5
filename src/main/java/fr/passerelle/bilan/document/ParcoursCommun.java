package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** The parcours of a whole class during a period. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "parcours-commun")
public class ParcoursCommun {

	@XmlAttribute(name = "periode-ref")
	public String periodeRef;

	@XmlAttribute(name = "code-division")
	public String codeDivision;

	@XmlAttribute(name = "classe-ref")
	public String classeRef;

	public List<Parcours> parcours;

}
