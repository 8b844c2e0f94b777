;;; bylint.el --- Claims and their sources, in Flymake and M-x compile -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "27.1"))
;; Version: 0.1.0

;;; Commentary:

;; (require 'bylint)
;; (add-hook 'markdown-mode-hook #'bylint-flymake-setup)
;; (add-hook 'text-mode-hook #'bylint-flymake-setup)
;;
;; Flymake then shows findings while a draft is written, saved or not.
;; M-x bylint lists those of a file or a folder as M-x compile does.

;;; Code:

(require 'compile)
(require 'flymake)
(require 'json)

(defgroup bylint nil
  "Claims and their sources."
  :group 'tools)

(defcustom bylint-program "bylint"
  "The program, or its path."
  :type 'string)

(defcustom bylint-arguments nil
  "Arguments for every run, such as \"--profile=strict\"."
  :type '(repeat string))

(defvar-local bylint--process nil
  "The process that lints this buffer.")

(defconst bylint--levels
  '(("error" . :error) ("warning" . :warning) ("note" . :note)))

(defun bylint--position (line column)
  "The position of LINE and COLUMN, which count from 1, in characters."
  (save-restriction
    (widen)
    (goto-char (point-min))
    (forward-line (1- line))
    (min (+ (point) (1- column)) (point-max))))

(defun bylint--diagnostic (buffer finding)
  "What Flymake is told of FINDING, an object of JSON Lines, in BUFFER."
  (let-alist finding
    (with-current-buffer buffer
      (save-excursion
        (let ((beg (bylint--position .line .col))
              (end (bylint--position .end_line .end_col)))
          (flymake-make-diagnostic
           buffer beg (max end (min (1+ beg) (point-max)))
           (cdr (assoc .severity bylint--levels))
           (concat .message (and .hint (concat "; " .hint))
                   " [" .rule "]")))))))

(defun bylint--report (process report-fn)
  "Tell REPORT-FN what PROCESS has found in its draft."
  (let ((buffer (process-get process 'bylint-buffer)) diagnostics)
    (with-current-buffer (process-buffer process)
      (goto-char (point-min))
      (while (not (eobp))
        (push (bylint--diagnostic
               buffer (json-parse-string
                       (buffer-substring (point) (line-end-position))
                       :object-type 'alist))
              diagnostics)
        (forward-line)))
    (funcall report-fn (nreverse diagnostics))))

(defun bylint--ended (process report-fn)
  "Report to REPORT-FN when PROCESS has ended, unless a later one runs."
  (when (eq (process-status process) 'exit)
    (let ((buffer (process-get process 'bylint-buffer)))
      (when (and (buffer-live-p buffer)
                 (eq process (buffer-local-value 'bylint--process buffer)))
        (if (< (process-exit-status process) 2)
            (bylint--report process report-fn)
          (funcall report-fn :panic :explanation "bylint could not lint")))
      (kill-buffer (process-buffer process)))))

(defun bylint-flymake (report-fn &rest _)
  "A backend of Flymake: lint the buffer and call REPORT-FN."
  (unless (executable-find bylint-program)
    (error "There is no program %s" bylint-program))
  (when (process-live-p bylint--process)
    (kill-process bylint--process))
  (let* ((coding-system-for-read 'utf-8-unix)
         (coding-system-for-write 'utf-8-unix)
         (process-connection-type nil)
         (process
          (make-process
           :name "bylint" :noquery t :connection-type 'pipe
           :buffer (generate-new-buffer " *bylint*")
           :stderr (get-buffer-create " *bylint errors*")
           :command `(,bylint-program "--format=jsonl" "--column-unit=char"
                      ,(concat "--stdin-filename="
                               (or buffer-file-name (buffer-name)))
                      ,@bylint-arguments "-")
           :sentinel (lambda (process _) (bylint--ended process report-fn)))))
    (process-put process 'bylint-buffer (current-buffer))
    (setq bylint--process process)
    (save-restriction
      (widen)
      (process-send-region process (point-min) (point-max)))
    (process-send-eof process)))

;;;###autoload
(defun bylint-flymake-setup ()
  "Let Flymake show findings in this buffer."
  (interactive)
  (add-hook 'flymake-diagnostic-functions #'bylint-flymake nil t)
  (flymake-mode 1))

;; The line of the draft stands behind its number and a bar, and may quote what
;; looks like a finding.
(defconst bylint-regexp
  '("^\\([^ \n][^\n]*?\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\|\\(note\\)\\): "
    1 2 3 (4 . 5))
  "What a finding looks like to `compilation-mode'.")

(define-compilation-mode bylint-mode "bylint"
  "Findings in drafts."
  (setq-local compilation-error-regexp-alist (list bylint-regexp))
  (setq-local compilation-error-screen-columns t))

;;;###autoload
(defun bylint (path)
  "List the findings in the draft at PATH, or in all drafts below it."
  (interactive "fDraft or folder: ")
  (compilation-start
   (mapconcat #'shell-quote-argument
              `(,bylint-program "--format=text" "--color=never"
                "--column-unit=display" ,@bylint-arguments
                ,(file-relative-name path))
              " ")
   #'bylint-mode))

(provide 'bylint)
;;; bylint.el ends here
