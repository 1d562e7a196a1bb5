package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** A piece of the syllabus that was worked on. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "element-programme")
public class ElementProgramme {

	@XmlAttribute
	public String id;

	@XmlAttribute
	public String libelle;

}
